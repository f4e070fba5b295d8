import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { draftLabels } from '@contract/rules/draft';
import { showDeadline } from '@contract/rules/calendar';
import { asks } from '@contract/rules/receipt';
import { Card, Row } from '@/components/card';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { showAt } from '@/lib/show-time';
import { useQuery } from '@/lib/use-query';
import { ReachLine } from '../compose/reach-line';
import { NoticeText } from '../reader';
import { DraftActions } from './draft-actions';
import { stateTones } from './words';
import './drafts.scss';

export type Whole = Output<'notice.getDraft'>;

interface Props {
  draftId: string;
  onMoved?: () => void;
}

/** A draft that was sent on, as it will look, to whom it goes, and what is to be done with it. */
export function DraftView({ draftId, onMoved }: Props) {
  const query = useQuery('notice.getDraft', { draftId });
  const moved = () => {
    void query.reload();
    onMoved?.();
  };
  return (
    <Async query={query}>
      {(draft) => (
        <>
          <Standing draft={draft} />
          {draft.preview && <NoticeText notice={draft.preview} />}
          {draft.publication && <Sending publication={draft.publication} />}
          <DraftActions draft={draft} onMoved={moved} />
        </>
      )}
    </Async>
  );
}

function Standing({ draft }: { draft: Whole }) {
  const { state, turn, writer, mine, note, noteBy, publishAt } = draft;
  return (
    <Card title={turn} side={<Tag tone={stateTones[state]}>{draftLabels[state]}</Tag>}>
      <Text>{mine ? '本人拟稿' : `${writer}拟稿`}</Text>
      {publishAt && <Text className="drafts-line">{showAt(publishAt)}自动发布</Text>}
      {note && (
        <Text className="drafts-line">
          {noteBy}
          {state === 'returned' ? '退回' : '的意见'}：{note}
        </Text>
      )}
    </Card>
  );
}

function Sending({ publication }: { publication: NonNullable<Whole['publication']> }) {
  const { audience, asking, dueAt, urgent } = publication;
  const { kind } = asking;
  return (
    <Card title="发给谁、要什么">
      <View className="drafts-reach">
        <ReachLine audience={audience} />
      </View>
      <Row title="要求" side={asks[kind]} />
      {kind !== 'nothing' && <Row title="截止" side={showDeadline(new Date(dueAt), new Date())} />}
      {asking.kind === 'form' &&
        asking.questions.map(({ id, label, required }) => (
          <Row key={id} title={label} side={required ? '必填' : '选填'} />
        ))}
      {urgent && <Row title="紧急" side="夜间也会推送" />}
    </Card>
  );
}
