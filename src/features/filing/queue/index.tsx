import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { lateWords } from '@contract/rules/handover';
import { filingLabels, type FilingState } from '@contract/rules/filing';
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
import { usePages } from '@/lib/use-pages';
import { useWindow } from '@/lib/use-window';
import { ReviewPane } from '../review-pane';
import { stateTones } from '../words';
import '../filing.scss';

/** Registrations by state; on a wide window the chosen one is reviewed beside the list. */
export default function Queue() {
  return <StaffOnly>{(session) => <Filings session={session} />}</StaffOnly>;
}

const empty: Record<FilingState, { title: string; how: string }> = {
  submitted: { title: '没有待审核的登记', how: '联络员扫登记码提交后，会出现在这里等您审核。' },
  returned: { title: '没有退回补正的登记', how: '退回的登记在联络员补正之前列在这里。' },
  approved: { title: '还没有备案的联络员', how: '同意备案的登记和备案号会列在这里。' },
  refused: { title: '没有不予受理的登记', how: '不予受理的登记连同原因会列在这里。' },
  closed: { title: '没有终止的备案', how: '交接或离任后，原联络员的备案会列在这里。' },
};

function Filings({ session }: { session: Session }) {
  const [state, setState] = useState<FilingState>('submitted');
  const [chosen, setChosen] = useState<string | null>(null);
  const { wide } = useWindow();
  const query = usePages('filing.list', { state });
  useDidShow(() => void query.reload());
  const mayReview = session.can('filing.review');
  const open = (filingId: string) => (wide ? setChosen(filingId) : go('filing.review', { filingId }));
  const list = (
    <>
      <Tabs value={state} tabs={filingLabels} onChange={setState} />
      <Listed query={query} rowsOf={({ filings }) => filings} empty={empty[state]} words="看更早的登记">
        {({ filingId, unitName, name, seatName, handover, state: at, turn, submittedAt }) => (
          <Press
            key={filingId}
            className={`card queue-item ${filingId === chosen ? 'on' : ''}`}
            onPress={() => open(filingId)}
          >
            <Text className="queue-name">{unitName}</Text>
            <View className="queue-line">
              <Text>
                {name} · {seatName}
                {handover ? '（交接）' : ''}
              </Text>
              {handover && handover.lateBy > 0 && <Tag tone="danger">{lateWords(handover.lateBy)}</Tag>}
              <Tag tone={stateTones[at]}>{filingLabels[at]}</Tag>
            </View>
            <View className="queue-line">
              <Text>{turn}</Text>
              <Text>{showAt(submittedAt)}</Text>
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
          chosen && mayReview ? (
            <ReviewPane key={chosen} filingId={chosen} onDecided={() => void query.reload()} />
          ) : (
            <Empty
              title={mayReview ? '请在左边选一份登记' : '审核向有“审核备案”权限的同事开放'}
              how="登记内容、单位档案和审核按钮会显示在这里。"
            />
          )
        }
      />
    </Page>
  );
}
