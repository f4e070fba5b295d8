import { useState } from 'react';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { showDay } from '@contract/rules/calendar';
import { startOfDay } from '@contract/rules/check';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { Paged } from '@/components/paged';
import { Phone } from '@/components/phone';
import { StaffOnly } from '@/components/staff-only';
import { Async, Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { newRequestId } from '@/lib/request-id';
import type { Session } from '@/lib/session';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';
import { RemindDue } from '../remind-due';
import { dayOf } from '../words';
import '../record.scss';

/** Records in force, the longest unverified first; `due=1`: only those a check fell due of. */
export default function CheckList() {
  return <StaffOnly>{(session) => <Records session={session} />}</StaffOnly>;
}

type Show = 'due' | 'all';

function Records({ session }: { session: Session }) {
  const { params } = useRouter();
  const [show, setShow] = useState<Show>(params.all === '1' ? 'all' : 'due');
  const query = usePages('record.list', { due: show === 'due' });
  useDidShow(() => void query.reload());
  const rows = query.pages.flatMap(({ records }) => records);
  const counts = query.data?.counts;
  return (
    <Page>
      <Tabs
        value={show}
        tabs={{
          due: counts ? `待核对 ${counts.due}` : '待核对',
          all: counts ? `全部 ${counts.all}` : '全部',
        }}
        onChange={setShow}
      />
      <Async query={query}>
        {(first) => (
          <>
            <Summary {...first} />
            {first.counts.due > 0 && session.can('filing.review') && <RemindDue />}
            {rows.length === 0 ? (
              <Nothing due={show === 'due'} checkDay={first.checkDay} />
            ) : (
              <Paged query={query} words="看更多资料" className="record-list">
                {({ records }) =>
                  records.map((record) => (
                    <OneRecord
                      key={record.filingId}
                      record={record}
                      may={session.can('filing.review')}
                      onDone={() => void query.reload()}
                    />
                  ))
                }
              </Paged>
            )}
          </>
        )}
      </Async>
    </Page>
  );
}

function Summary({ counts: { all, due }, checkDay }: Pick<Output<'record.list'>, 'counts' | 'checkDay'>) {
  if (!checkDay || all === 0) return null;
  const since = `${showDay(startOfDay(checkDay), new Date())}起的这次核对`;
  const words =
    due === 0
      ? `${since}，${all}份资料都已核对。`
      : `${since}：共${all}份资料，已核对${all - due}份，还有${due}份未核对。`;
  return <Text className={due === 0 ? 'record-good' : 'record-note'}>{words}</Text>;
}

function Nothing({ due, checkDay }: { due: boolean; checkDay: string | null }) {
  if (due && !checkDay)
    return (
      <Empty title="制度没有规定核对月份" how="在协会设置的制度里选定核对月份后，到期的资料会列在这里。" />
    );
  if (due)
    return (
      <Empty title="没有待核对的资料" how="到了核对月份，还没有核对的资料会列在这里，最久没核对的在前。" />
    );
  return <Empty title="还没有备案的联络员" how="同意备案后，联络员的资料和最近核对的时间会列在这里。" />;
}

type Listed = Output<'record.list'>['records'][number];

function OneRecord({ record, may, onDone }: { record: Listed; may: boolean; onDone: () => void }) {
  const { filingId, unitId, unitName, kind, name, phone, verifiedAt, due } = record;
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(newRequestId);
  const check = async () => {
    const itemList = ['电话里确认无变更', '收到书面核对，无变更'];
    const picked = await Taro.showActionSheet({ itemList }).catch(() => null);
    if (!picked) return;
    setBusy(true);
    try {
      await change(
        'record.checkFor',
        { filingId, channel: picked.tapIndex === 0 ? 'phone' : 'paper' },
        requestId,
      );
      toast('已记为核对');
      setRequestId(newRequestId());
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
      onDone();
    }
  };
  return (
    <Card>
      <Text className="record-name">{unitName}</Text>
      <Phone unitId={unitId} name={name} masked={phone} kind={kind} />
      <View className="record-row">
        <Text>最近核对 {dayOf(verifiedAt)}</Text>
        <Tag tone={due ? 'warning' : 'success'}>{due ? '待核对' : '已核对'}</Tag>
        {may && due && (
          <Button kind="plain" busy={busy} onPress={() => void check()}>
            代记核对
          </Button>
        )}
      </View>
    </Card>
  );
}
