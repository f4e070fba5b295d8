import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { Async, Failed } from '@/components/states';
import { role } from '@/lib/device/a11y';
import { useSession } from '@/lib/session';
import { keptDraft, useDraft } from '@/lib/use-draft';
import { useQuery } from '@/lib/use-query';
import { Asks } from './asks';
import { useKept } from './kept';
import { KeptLine } from './kept-line';
import { More } from './more';
import { OtherDraft } from './other-draft';
import type { Host } from './parts';
import { emptyWriting, usePublishing, type Writing } from './publishing';
import { ReachLine } from './reach-line';
import { Templates } from './templates';
import { What } from './what';
import { atOnce, WhenFields } from './when';
import { Whom } from './whom';
import './compose.scss';

/** 写什么 → 发给谁 → 要什么, on one page that keeps what is typed. */
export default function Compose() {
  const session = useSession();
  const { draftId } = useRouter<{ draftId?: string }>().params;
  if (session.data && session.can('notice.publish'))
    return <Writer hosts={session.data.office.hosts} draftId={draftId} />;
  return (
    <Page>
      <Async query={session}>{() => <Failed message="此页面向可以发布通知的秘书处人员开放" />}</Async>
    </Page>
  );
}

/** The notice begun last stands under one name; any other draft opened here under its own. */
const slotOf = (draftId: string | undefined): string =>
  !draftId || keptDraft<Writing>('compose')?.requestId === draftId ? 'compose' : `compose:${draftId}`;

const MINE = { shelf: 'mine' } as const;

function Writer({ hosts, draftId }: { hosts: Host[]; draftId: string | undefined }) {
  const [slot] = useState(() => slotOf(draftId));
  const draft = useDraft<Writing>(slot, { ...emptyWriting(), ...(draftId && { requestId: draftId }) });
  const { value, set } = draft;
  const kept = useKept(draft, !!draftId);
  const review = useQuery('notice.listDrafts', MINE).data?.review ?? false;
  const [more, setMore] = useState(false);
  const [later, setLater] = useState(false);
  const [sendAt, setSendAt] = useState(atOnce);
  const hostId = value.hostId || (hosts[0]?.id ?? '');
  const { fault, busy, publish, submit, schedule } = usePublishing(draft, hostId, kept);
  const at = (field: string) => (fault?.field === field ? fault.message : undefined);
  const wrongBlock = /^body\.(\d+)$/.exec(fault?.field ?? '')?.[1];
  const part = { value, set, at };

  const foot = (
    <>
      <ReachLine audience={value.audience} />
      {fault && (
        <View className="field-error" {...role('alert')}>
          {fault.message}
        </View>
      )}
      {review ? (
        <Button wide busy={busy} onPress={submit}>
          送审
        </Button>
      ) : (
        <Button wide busy={busy} onPress={() => (later ? schedule(sendAt) : publish())}>
          {later ? '定时发布' : '发布'}
        </Button>
      )}
    </>
  );
  return (
    <Page foot={foot}>
      <KeptLine kept={kept} savedAt={draft.savedAt} draftId={value.requestId} />
      {slot === 'compose' && kept.keeping.how === 'saved' && <OtherDraft onNew={() => set(emptyWriting())} />}
      <Templates value={value} set={set} />
      <What
        {...part}
        hosts={hosts}
        hostId={hostId}
        wrongBlock={wrongBlock ? { at: Number(wrongBlock), message: fault?.message ?? '' } : undefined}
      />
      <Whom {...part} hosts={hosts} />
      <Asks {...part} />
      <More
        value={value}
        set={set}
        later={later && !review}
        open={more || !!at('publishAt')}
        onOpen={setMore}
      >
        {!review && (
          <WhenFields
            value={sendAt}
            later={later}
            error={at('publishAt')}
            onLater={setLater}
            onChange={setSendAt}
          />
        )}
      </More>
    </Page>
  );
}
