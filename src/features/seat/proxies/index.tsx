import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { proxyStates } from '@contract/seat';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { go } from '@/lib/go';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { Lend } from '../lend';
import { daysWords, scopeWords, stateTones } from '../words';
import '../seat.scss';

/** Who stands in for a unit: lent by its liaisons, looked at and ended by staff too. */
export default function Proxies() {
  const { unitId: asked = '' } = useRouter().params;
  const session = useSession();
  const { acting } = session;
  const unitId = asked || (acting.kind === 'seat' ? acting.unitId : '');
  if (unitId) return <OfUnit key={unitId} unitId={unitId} />;
  return (
    <Page narrow>
      <Async query={session} rows={2}>
        {() => <Empty title="临时代理由联络员本人办理" how="请先在“我的”里切换到您担任联络员的单位。" />}
      </Async>
    </Page>
  );
}

function OfUnit({ unitId }: { unitId: string }) {
  const query = useQuery('seat.proxies', { unitId });
  const [lending, setLending] = useState(false);
  useDidShow(() => void query.reload());
  const { data } = query;
  const lent = (proxyId: string) => {
    setLending(false);
    go('seat.code', { unitId, proxyId });
  };
  return (
    <Page
      narrow
      foot={
        data?.canLend && !lending ? (
          <Button wide onPress={() => setLending(true)}>
            请同事临时代理
          </Button>
        ) : undefined
      }
    >
      <Async query={query}>
        {({ unitName, days, canLend, canEnd, proxies }) => (
          <>
            <Text className="seat-title">{unitName}</Text>
            <Text className="seat-second">
              {days > 0
                ? `出差、休假时可请同事在选定的日期和事项内代办，最长${days}天，到期自动结束。`
                : '本会制度没有临时代理，时间较长请办理交接。'}
            </Text>
            {lending && canLend && (
              <Lend unitId={unitId} days={days} onLent={lent} onCancel={() => setLending(false)} />
            )}
            {proxies.length === 0 && !lending && (
              <Empty title="没有代理记录" how="请同事代理后，代理人、日期和事项会列在这里。" />
            )}
            {proxies.map((proxy) => (
              <Lent
                key={proxy.proxyId}
                unitId={unitId}
                proxy={proxy}
                canShow={canLend}
                canEnd={canEnd}
                onEnded={() => void query.reload()}
              />
            ))}
          </>
        )}
      </Async>
    </Page>
  );
}

interface LentProps {
  unitId: string;
  proxy: Output<'seat.proxies'>['proxies'][number];
  canShow: boolean;
  canEnd: boolean;
  onEnded: () => void;
}

function Lent({ unitId, proxy, canShow, canEnd, onEnded }: LentProps) {
  const [busy, setBusy] = useState(false);
  const { proxyId, name, from, to, scopes, state, lenderName } = proxy;
  const end = async () => {
    const words = `${name ?? '还没有接受的同事'}将立即不能再为单位办事。`;
    if (!(await confirm('结束这次代理？', words, '结束'))) return;
    setBusy(true);
    try {
      await change('seat.endProxy', { unitId, proxyId });
      toast('代理已结束');
      onEnded();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <View className="card">
      <View className="seat-line">
        <Text className="seat-title">{name ?? '等同事扫码接受'}</Text>
        <Tag tone={stateTones[state]}>{proxyStates[state]}</Tag>
      </View>
      <Text className="seat-words">{daysWords(from, to)}</Text>
      <Text className="seat-second">
        代理事项：{scopeWords(scopes)} · 委托人：{lenderName}
      </Text>
      {state !== 'ended' && (canShow || canEnd) && (
        <View className="seat-acts">
          {state === 'offered' && canShow && (
            <Button onPress={() => go('seat.code', { unitId, proxyId })}>出示代理码</Button>
          )}
          {canEnd && (
            <Button kind="danger" busy={busy} onPress={() => void end()}>
              结束代理
            </Button>
          )}
        </View>
      )}
    </View>
  );
}
