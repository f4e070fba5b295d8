import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { formLabels } from '@contract/form';
import type { Output } from '@contract/index';
import { Listed } from '@/components/listed';
import { Page } from '@/components/page';
import { Press } from '@/components/press';
import { StaffOnly } from '@/components/staff-only';
import { Empty } from '@/components/states';
import { Tabs } from '@/components/tabs';
import { Tag } from '@/components/tag';
import { TwoPanes } from '@/components/two-panes';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { showAt } from '@/lib/show-time';
import { toast } from '@/lib/toast';
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { DecidePane } from '../decide-pane';
import { stateLabels, type State } from '../words';
import '../record.scss';

/** Changes liaisons asked for, by state; on a wide window the chosen one is decided beside the list. */
export default function Queue() {
  return <StaffOnly>{(session) => <Corrections session={session} />}</StaffOnly>;
}

const empty: { [S in State]: { title: string; how: string } } = {
  submitted: { title: '没有待审核的变更', how: '联络员申请修改自己的资料后，会出现在这里等您逐项审核。' },
  decided: { title: '还没有办结的变更', how: '审核过的变更和每一项的结果会列在这里。' },
  withdrawn: { title: '没有撤回的变更', how: '联络员自己撤回的变更会列在这里。' },
  lapsed: { title: '没有终止的变更', how: '还没审核，联络员就已交接、离任或单位退会的变更会列在这里。' },
};

function Corrections({ session }: { session: Session }) {
  const [state, setState] = useState<State>('submitted');
  const [chosen, setChosen] = useState<string | null>(null);
  const { wide } = useWindow();
  const query = usePages('record.corrections', { state });
  useDidShow(() => void query.reload());
  const mayReview = session.can('filing.review');
  const open = (correctionId: string) => {
    if (!mayReview) return toast('审核向有“审核备案”权限的同事开放');
    return wide ? setChosen(correctionId) : go('record.review', { correctionId });
  };
  const list = (
    <>
      <Tabs value={state} tabs={stateLabels} onChange={setState} />
      <Listed query={query} rowsOf={({ corrections }) => corrections} empty={empty[state]} words="看更多变更">
        {(one) => (
          <Waiting
            key={one.correctionId}
            one={one}
            on={one.correctionId === chosen}
            onPress={() => open(one.correctionId)}
          />
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
            <DecidePane key={chosen} correctionId={chosen} onDecided={() => void query.reload()} />
          ) : (
            <Empty
              title={mayReview ? '请在左边选一份变更' : '审核向有“审核备案”权限的同事开放'}
              how="原来的和要改成的会并排显示，逐项同意或不同意。"
            />
          )
        }
      />
    </Page>
  );
}

type One = Output<'record.corrections'>['corrections'][number];

function Waiting({ one, on, onPress }: { one: One; on: boolean; onPress: () => void }) {
  const { unitName, name, keys, late, refused, submittedAt } = one;
  return (
    <Press className={`card record-item ${on ? 'on' : ''}`} onPress={onPress}>
      <Text className="record-name">{unitName}</Text>
      <View className="record-row">
        <Text>{name}</Text>
        <Text>{showAt(submittedAt)}</Text>
      </View>
      <View className="record-row">
        <Text>变更{keys.map((key) => formLabels[key]).join('、')}</Text>
        {late && <Tag tone="warning">超期报告</Tag>}
        {refused > 0 && <Tag tone="danger">{`${refused}项不同意`}</Tag>}
      </View>
    </Press>
  );
}
