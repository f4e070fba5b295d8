import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Output } from '@contract/index';
import { channels } from '@contract/jielong';
import { isDone, receiptLabel } from '@contract/rules/receipt';
import { BodyReader } from '@/components/body/reader';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { CallError, sentenceOf } from '@/lib/call';
import { changeOrKeep, isKept, pending } from '@/lib/queue';
import { showAt } from '@/lib/show-time';
import { useSignal } from '@/lib/signal';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { useQuery, type Query } from '@/lib/use-query';
import { FormActs } from './answer/form-acts';
import { CardOnly } from './card-only';
import { Forward } from './forward/forward';
import { signed } from './formal';
import { RedFoot, RedHead } from './red-head';
import { VersionNotes } from './version/notes';
import { endedWords } from './words';
import './reader.scss';

export type Whole = Extract<Output<'notice.get'>, { view: 'whole' }>;

interface Props {
  noticeId: string;
  unitId: string | undefined;
  onChange?: () => void;
}

/** One notice to read and confirm, as the right pane of a wide window. */
export function NoticeReader({ noticeId, unitId, onChange }: Props) {
  const { query, confirm, busy, kept } = useNotice(noticeId, unitId, onChange);
  return (
    <Async query={query}>
      {(notice) =>
        notice.view === 'card' ? (
          <CardOnly title={notice.title} hostName={notice.hostName} />
        ) : (
          <>
            <NoticeText notice={notice} />
            <ConfirmButton notice={notice} kept={kept} busy={busy} onPress={confirm} />
            <Forward notice={notice} />
          </>
        )
      }
    </Async>
  );
}

/** The notice, its first opening told to the server, and the one thing to do with it. */
export function useNotice(noticeId: string, unitId: string | undefined, onChange?: () => void) {
  const query = neverOpened(useQuery('notice.get', { noticeId, ...(unitId && { unitId }) }));
  const [busy, setBusy] = useState(false);
  const whole = query.data?.view === 'whole' ? query.data : null;
  const { state, unitId: told = unitId ?? '' } = whole?.receipt ?? {};
  // For the unit it was sent to, which need not be the one acted for now.
  const input = { noticeId, unitId: told };
  const kept = isKept(useSignal(pending), 'notice.confirm', input);

  useEffect(() => {
    if (state === 'waiting' && whole?.state === 'published') {
      void changeOrKeep('notice.open', input, `打开《${whole.title}》`).then(onChange, () => undefined);
    }
    // Told once for each notice shown, whatever else changes.
  }, [noticeId, told, state]);

  const confirm = async () => {
    setBusy(true);
    try {
      const how = await changeOrKeep('notice.confirm', input, `确认收到《${whole?.title ?? '通知'}》`);
      toast(how === 'done' ? '已确认收到' : '网络不稳，已暂存，联网后自动提交');
      if (how === 'done') await query.reload();
      onChange?.();
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  // Offered in the tap itself, beside the confirmation and never before it.
  const tapped = () => {
    offerMessages('notice', 'todo');
    void confirm();
  };
  return { query, confirm: tapped, busy, kept };
}

/** Without a network there is nothing of a notice that was not opened on this device; that much is said. */
const neverOpened = <T,>(query: Query<T>): Query<T> =>
  CallError.offline(query.error)
    ? { ...query, error: new CallError('offline', '网络不稳。这条通知没有在本机打开过，联网后才能看全文') }
    : query;

export function NoticeText({ notice }: { notice: Whole }) {
  const { receipt } = notice;
  const ended = endedWords(notice.state);
  // What was withdrawn is not shown as a document any more.
  const formal = notice.style === 'formal' && notice.body.length > 0 ? signed(notice) : null;
  return (
    <Card>
      <VersionNotes notice={notice} />
      {!formal && <Text className="notice-title">{notice.title}</Text>}
      <View className="notice-line">
        {!formal && <Text>{notice.hostName}</Text>}
        <Text>{showAt(notice.publishedAt)}</Text>
        {receipt && <Text>发给 {receipt.unitName}</Text>}
        {ended ? <Tag tone="danger">{ended}</Tag> : <StateTag notice={notice} />}
      </View>
      {receipt && <Text className="notice-turn">{receipt.turn}</Text>}
      {formal && <RedHead {...notice} />}
      <BodyReader body={formal ? formal.body : notice.body} urls={notice.urls} held={notice.held} />
      {formal && <RedFoot signature={formal.signature} />}
      {receipt?.confirmed && <Text className="notice-done">{confirmedWords(receipt.confirmed)}</Text>}
      {receipt?.opened && (
        <Text className="notice-seen">
          本单位{receipt.opened.by}于{showAt(receipt.opened.at)}首次打开
        </Text>
      )}
    </Card>
  );
}

/** What the unit did of what was asked, or how long there is. */
function StateTag({ notice: { asking, receipt, dueText } }: { notice: Whole }) {
  const { kind } = asking;
  if (!receipt || kind === 'nothing' || !isDone(kind, receipt.state))
    return <Tag tone={kind === 'nothing' ? 'neutral' : 'warning'}>{dueText}</Tag>;
  return <Tag tone="success">{receiptLabel(kind, receipt.state)}</Tag>;
}

type Confirmed = NonNullable<NonNullable<Whole['receipt']>['confirmed']>;

const confirmedWords = ({ at, by, onBehalf }: Confirmed): string =>
  onBehalf
    ? `已于${showAt(at)}由秘书处${channels[onBehalf.channel]}代录确认${by && `（答复人：${by}）`}`
    : `已于${showAt(at)}由${by}确认`;

interface ButtonProps {
  notice: Whole;
  kept: boolean;
  busy: boolean;
  onPress: () => void;
}

/** There is something to do, or to look at again, with a notice that stands. */
export const asksDoing = ({ asking: { kind }, receipt, state }: Whole): boolean =>
  !!receipt && !endedWords(state) && (kind === 'form' || (kind === 'confirm' && !receipt.confirmed));

export function ConfirmButton({ notice, kept, busy, onPress }: ButtonProps) {
  if (!asksDoing(notice)) return null;
  if (notice.asking.kind === 'form')
    return <FormActs notice={notice} kept={kept} busy={busy} onConfirm={onPress} />;
  return (
    <Button wide busy={busy} disabled={kept} onPress={onPress}>
      {kept ? '已暂存，联网后自动提交' : '确认收到'}
    </Button>
  );
}
