import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { handoverLabels, lateWords, type HandoverState } from '@contract/rules/handover';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { HandoverBody } from '../handover-body';
import { dayWords } from '../words';
import '../handover.scss';

/** Seats that are passing on: what waits for the office first; on a wide window the chosen one is shown beside. */
export default function Handovers() {
  return <StaffOnly>{() => <List />}</StaffOnly>;
}

const tabs = { ready: handoverLabels.ready, open: handoverLabels.open, approved: handoverLabels.approved };
type Tab = keyof typeof tabs & HandoverState;

const empty: Record<Tab, { title: string; how: string }> = {
  ready: { title: '没有待审核的交接', how: '双方确认后（或附了单位来函），会出现在这里等您审核。' },
  open: { title: '没有正在办的交接', how: '联络员发起交接，或接任人扫码登记后，会列在这里。' },
  approved: { title: '还没有办结的交接', how: '审核通过的交接会列在这里。' },
};

function List() {
  const [state, setState] = useState<Tab>('ready');
  const [chosen, setChosen] = useState<string | null>(null);
  const { wide } = useWindow();
  const query = usePages('handover.list', { state });
  useDidShow(() => void query.reload());
  const open = (handoverId: string) => (wide ? setChosen(handoverId) : go('handover.view', { handoverId }));
  const list = (
    <>
      <Tabs value={state} tabs={tabs} onChange={setState} />
      <Listed query={query} rowsOf={({ handovers }) => handovers} empty={empty[state]}>
        {(one) => (
          <Press key={one.handoverId} className="card" onPress={() => open(one.handoverId)}>
            <Text className="handover-title">{one.unitName}</Text>
            <View className="handover-line">
              <Text>
                {one.seatName}：{one.leaverName} → {one.successorName ?? '待扫码'}
              </Text>
              {one.lateBy > 0 && <Tag tone="danger">{lateWords(one.lateBy)}</Tag>}
            </View>
            <View className="handover-line">
              <Text>{one.turn}</Text>
              <Text className="handover-second">{dayWords(one.changedOn)}变更</Text>
            </View>
          </Press>
        )}
      </Listed>
    </>
  );
  return (
    <Page>
      <TwoPanes
        list={list}
        detail={
          chosen ? (
            <HandoverBody key={chosen} handoverId={chosen} onChanged={() => void query.reload()} />
          ) : (
            <Empty title="请在左边选一次交接" how="双方的确认、未办事项和单位来函会显示在这里。" />
          )
        }
      />
    </Page>
  );
}
