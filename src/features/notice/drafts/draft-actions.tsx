import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import type { MutationName } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { TextField } from '@/components/field';
import { role } from '@/lib/device/a11y';
import { CallError, change, sentenceOf } from '@/lib/call';
import { confirm } from '@/lib/confirm';
import { replace } from '@/lib/go';
import { newRequestId } from '@/lib/request-id';
import { offerMessages } from '@/lib/subscribe';
import { toast } from '@/lib/toast';
import { dueFrom } from '../compose/due';
import { reachOf } from '../compose/publishing';
import { atOnce, WhenFields } from '../compose/when';
import type { Whole } from './draft-view';
import { DropDraft } from './drop-draft';
import { mayDrop } from './words';

interface Props {
  draft: Whole;
  onMoved: () => void;
}

/** What may be done with it now: look it over, take it back, send it out. */
export function DraftActions({ draft, onMoved }: Props) {
  const { draftId, version, state, mine, mayReview, mayRecall } = draft;
  const acting = useActing(onMoved);
  const recall = async () => {
    if (
      state === 'scheduled' &&
      !(await confirm('取消定时？', '取消后不会自动发出，内容都保留。', '取消定时'))
    )
      return;
    const words = state === 'scheduled' ? '已取消定时' : '已取回';
    const done = await acting.act('notice.recallDraft', { draftId, version }, words);
    if (done && mine && state !== 'scheduled') replace('notice.compose', { draftId });
  };
  return (
    <>
      {mayReview && <ReviewCard draft={draft} acting={acting} />}
      {mine && state === 'approved' && <GoOut draft={draft} acting={acting} />}
      {acting.fault && !mayReview && (
        <View className="field-error" {...role('alert')}>
          {acting.fault}
        </View>
      )}
      {mine && (state === 'writing' || state === 'returned') && (
        <Button wide onPress={() => replace('notice.compose', { draftId })}>
          接着写
        </Button>
      )}
      {(mayRecall || mayDrop(draft)) && (
        <View className="drafts-actions">
          {mayRecall && (
            <Button kind="plain" wide busy={acting.busy} onPress={() => void recall()}>
              {state === 'scheduled' ? '取消定时' : '取回修改'}
            </Button>
          )}
          {mayDrop(draft) && <DropDraft draft={draft} onDropped={onMoved} />}
        </View>
      )}
    </>
  );
}

type Acting = ReturnType<typeof useActing>;

/** One act at a time; pressed again after a lost answer it has one effect. */
function useActing(onMoved: () => void) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const intention = useRef(newRequestId());
  const act = async <K extends MutationName>(
    action: K,
    input: Parameters<typeof change<K>>[1],
    words: string,
    requestId = intention.current,
  ) => {
    setBusy(true);
    setFault('');
    try {
      const reply = await change(action, input, requestId);
      intention.current = newRequestId();
      toast(words);
      onMoved();
      return reply;
    } catch (error) {
      if (!CallError.offline(error)) intention.current = newRequestId();
      setFault(sentenceOf(error));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, act };
}

function ReviewCard({ draft: { draftId, version }, acting }: { draft: Whole; acting: Acting }) {
  const [note, setNote] = useState('');
  const decide = (approve: boolean) => {
    // Offered in the tap itself: the next draft that waits for a look is told of as well.
    offerMessages('todo');
    void acting.act(
      'notice.reviewDraft',
      { draftId, version, approve, note },
      approve ? '已同意，拟稿人可以发布了' : '已退回拟稿人',
    );
  };
  return (
    <Card title="审定">
      <TextField
        label="意见"
        lines
        value={note}
        max={200}
        rule="退回时请写明要改什么；同意时可以不写"
        error={acting.fault || undefined}
        onChange={setNote}
      />
      <View className="drafts-actions">
        <Button wide busy={acting.busy} onPress={() => decide(true)}>
          同意发布
        </Button>
        <Button kind="danger" wide busy={acting.busy} onPress={() => decide(false)}>
          退回修改
        </Button>
      </View>
    </Card>
  );
}

function GoOut({ draft: { draftId, version, publication }, acting }: { draft: Whole; acting: Acting }) {
  const [later, setLater] = useState(false);
  const [sendAt, setSendAt] = useState(atOnce);
  const [wrong, setWrong] = useState('');
  if (!publication) return null;
  const send = async () => {
    const reach = await reachOf(publication.audience).catch(() => '');
    const publishAt = dueFrom(sendAt.day, sendAt.time);
    setWrong(later && publishAt === '' ? '请选择发布日期' : '');
    if (!later) {
      if (!(await confirm('发布这条通知？', `${reach}发出后可以更正或撤回。`, '发布'))) return;
      const reply = await acting.act('notice.publish', publication, '已发布', draftId);
      if (reply) replace('notice.progress', { noticeId: reply.noticeId });
    } else if (publishAt !== '') {
      const when = `${reach}到${sendAt.day} ${sendAt.time}自动发出，之前可以取回。`;
      if (!(await confirm('定时发布？', when, '定时'))) return;
      await acting.act('notice.scheduleDraft', { draftId, version, publishAt, publication }, '已定时');
    }
  };
  return (
    <Card title="可以发布了">
      <WhenFields
        value={sendAt}
        later={later}
        error={wrong || undefined}
        onLater={setLater}
        onChange={setSendAt}
      />
      <Button wide busy={acting.busy} onPress={() => void send()}>
        {later ? '定时发布' : '发布'}
      </Button>
    </Card>
  );
}
