import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { Press } from '@/components/press';
import { SeveralField } from '@/components/several-field';
import { Async, Empty } from '@/components/states';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { deliver } from '@/lib/device/deliver';
import { newRequestId } from '@/lib/request-id';
import type { Session } from '@/lib/session';
import { toast } from '@/lib/toast';
import { useQuery } from '@/lib/use-query';
import { Announced } from './announced';

/** 发文公布: who is on the next list, the words of the document, and what was published before. */
export function Announcing({ session }: { session: Session }) {
  const hosts = session.me?.office.hosts ?? [];
  const [chosen, setChosen] = useState(() => hosts.map(({ id }) => id));
  const query = useQuery('paper.unannounced', chosen.length > 0 ? { hostIds: chosen } : null);
  // A published list appears below at once.
  const [published, setPublished] = useState(0);
  const again = () => {
    setPublished((n) => n + 1);
    void query.reload();
  };
  return (
    <>
      {hosts.length > 1 && (
        <Card>
          <SeveralField
            label="发文单位"
            rule="选两个以上为联合发文"
            values={chosen}
            choices={Object.fromEntries(hosts.map(({ id, name }) => [id, name]))}
            error={chosen.length === 0 ? '请选择发文单位' : undefined}
            onChange={setChosen}
          />
        </Card>
      )}
      {chosen.length > 0 && (
        <Async query={query}>
          {(next) =>
            next.total === 0 ? (
              <Empty title="没有待公布的联络员" how="新备案的联络员会列在这里，公布过的不会重复。" />
            ) : (
              <NextList key={next.until} next={next} hostIds={chosen} onPublished={again} />
            )
          }
        </Async>
      )}
      <Announced key={published} onFinished={again} />
    </>
  );
}

interface Props {
  next: Output<'paper.unannounced'>;
  hostIds: string[];
  onPublished: () => void;
}

function NextList({ next, hostIds, onPublished }: Props) {
  const { rows, total, until } = next;
  const [except, setExcept] = useState<string[]>([]);
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const flip = (id: string) =>
    setExcept(except.includes(id) ? except.filter((one) => one !== id) : [...except, id]);
  const people = total - except.length;
  const publish = async () => {
    const sure = await confirm(
      `公布${people}人？`,
      '公布后这些人不再列入以后的名单；文件可以随时重新取。',
      '公布',
    );
    if (!sure) return;
    setBusy(true);
    try {
      const file = await change('paper.announce', { hostIds, until, except, title, number }, requestId);
      await deliver(file);
      onPublished();
    } catch (error) {
      if (!CallError.offline(error)) setRequestId(newRequestId());
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={`待公布 ${total} 人`}>
      <TextField
        label="文件标题"
        value={title}
        max={60}
        placeholder="可以不填"
        rule="不填用：关于公布会员单位联络员名单的通知"
        onChange={setTitle}
      />
      <TextField
        label="发文字号"
        value={number}
        max={40}
        placeholder="可以不填，如 协会发〔2026〕8号"
        rule={`不填由系统编号：${next.number}`}
        onChange={setNumber}
      />
      <Button wide busy={busy} disabled={people === 0} onPress={() => void publish()}>
        公布{people}人，生成文件
      </Button>
      <View className="paper-names">
        {rows.map(({ filingId, unitName, name, position, numbers }) => (
          <View key={filingId} className="paper-listed">
            <View className={except.includes(filingId) ? 'paper-left-out' : ''}>
              <Text className="paper-name">{unitName}</Text>
              <Text className="paper-second">
                {[name, position, numbers.join('、')].filter(Boolean).join(' · ')}
              </Text>
            </View>
            <Press
              className="paper-flip"
              label={`${except.includes(filingId) ? '列入' : '不列入'}${name}`}
              onPress={() => flip(filingId)}
            >
              {except.includes(filingId) ? '列入' : '不列入'}
            </Press>
          </View>
        ))}
        {total > rows.length && (
          <Text className="paper-second">还有{total - rows.length}人，也在名单上。</Text>
        )}
      </View>
    </Card>
  );
}
