import { useRef, useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import type { Output } from '@contract/index';
import { CONSENT_VERSION } from '@contract/filing';
import { proxyStates } from '@contract/seat';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Check } from '@/components/check';
import { TextField } from '@/components/field';
import { Page } from '@/components/page';
import { Async, Empty } from '@/components/states';
import { Tag } from '@/components/tag';
import { CallError, change, sentenceOf } from '@/lib/call';
import { goTab } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { codeIdIn } from '@/lib/scan-code';
import { actAs } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { ConsentText } from '../consent-text';
import { daysWords, scopeWords, stateTones } from '../words';
import '../seat.scss';

/** Opened from the proxy's code (its id is the `scene`); works for a stranger. */
export default function AcceptProxy() {
  const { scene = '', code: given = '' } = useRouter().params;
  const code = codeIdIn(given || scene);
  const query = useQuery('seat.proxy', code ? { code } : null);
  if (code && query.data && !query.error)
    return <Offer code={code} offer={query.data} onDone={() => void query.reload()} />;
  return (
    <Page narrow>
      {code ? (
        <Async query={query}>{() => null}</Async>
      ) : (
        <Empty title="请先扫代理码" how="请联络员在“临时代理”里出示代理码，用微信扫一扫。" />
      )}
    </Page>
  );
}

interface Props {
  code: string;
  offer: Output<'seat.proxy'>;
  onDone: () => void;
}

function Offer({ code, offer, onDone }: Props) {
  const { unitName, lenderName, from, to, scopes, state, officeName, mine } = offer;
  const [name, setName] = useState(offer.name);
  const [agreed, setAgreed] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const attempt = useRef(newRequestId());
  const open = state === 'offered';
  const accept = async () => {
    if (!name.trim()) return setWrong('请填写姓名');
    if (!agreed) return toast('请先阅读并同意个人信息处理说明');
    setBusy(true);
    setWrong(undefined);
    try {
      const input = { code, name, version: CONSENT_VERSION } as const;
      const { unitId } = await change('seat.accept', input, attempt.current);
      actAs(unitId);
      toast('已接受代理');
      onDone();
    } catch (error) {
      if (CallError.is(error) && error.field === 'name') setWrong(error.message);
      else toast(sentenceOf(error));
      if (!CallError.offline(error)) attempt.current = newRequestId();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page
      narrow
      foot={
        open ? (
          <Button wide busy={busy} onPress={() => void accept()}>
            接受代理
          </Button>
        ) : (
          <Button wide onPress={() => goTab('home')}>
            回首页
          </Button>
        )
      }
    >
      <Card title="临时代理" side={<Tag tone={stateTones[state]}>{proxyStates[state]}</Tag>}>
        <Text className="seat-words">
          {mine
            ? `您已接受${lenderName}的委托，${state === 'active' ? '现在起' : '到日期后'}可以代单位办理下列事项。`
            : `${lenderName}请您在下列日期内代单位办理下列事项。`}
        </Text>
        <Row title="单位" note={unitName} />
        <Row title="日期" side={daysWords(from, to)} />
        <Row title="事项" side={scopeWords(scopes)} />
      </Card>
      {!open && !mine && <Empty title="这次代理不能再接受" how="请联络员重新办理，再扫新的代理码。" />}
      {open && (
        <Card>
          {offer.name ? (
            <Row title="您的姓名" side={offer.name} />
          ) : (
            <TextField
              label="您的姓名"
              required
              max={20}
              rule="您办的事会记为“姓名（代理）”。"
              value={name}
              error={wrong}
              onChange={setName}
            />
          )}
          <Check checked={agreed} onChange={setAgreed}>
            我已阅读并同意下面的个人信息处理说明
          </Check>
        </Card>
      )}
      {open && <ConsentText officeName={officeName} />}
    </Page>
  );
}
