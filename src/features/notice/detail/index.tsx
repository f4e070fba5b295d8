import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { Page } from '@/components/page';
import { Async } from '@/components/states';
import { urlOf } from '@/lib/go';
import { rolesOf, useSession } from '@/lib/session';
import { CardOnly } from '../card-only';
import { Forward } from '../forward/forward';
import { asksDoing, ConfirmButton, NoticeText, useNotice } from '../reader';

/** Opened from the inbox, straight from the group's card, or from a message or SMS, which name the unit they are about. */
export default function Detail() {
  const { noticeId = '', unitId } = useRouter().params;
  const session = useSession();
  // Whoever acts for several units is asked for that one, whichever they last acted for.
  const named = rolesOf(session.me).find((role) => role.kind === 'seat' && role.unitId === unitId);
  const acting = named ?? session.acting;
  return session.data ? (
    <Reader noticeId={noticeId} unitId={acting.kind === 'seat' ? acting.unitId : undefined} />
  ) : (
    <Page>
      <Async query={session}>{() => null}</Async>
    </Page>
  );
}

function Reader({ noticeId, unitId }: { noticeId: string; unitId: string | undefined }) {
  const { query, confirm, busy, kept } = useNotice(noticeId, unitId);
  const notice = query.data?.view === 'whole' ? query.data : null;
  useShareAppMessage(() => ({
    title: notice?.correction?.of ? `更正：${notice.title}` : (query.data?.title ?? '通知'),
    path: urlOf('notice.detail', { noticeId }),
  }));
  const foot = notice && asksDoing(notice) && (
    <ConfirmButton notice={notice} kept={kept} busy={busy} onPress={confirm} />
  );
  return (
    <Page foot={foot}>
      <Async query={query} rows={2}>
        {(data) =>
          data.view === 'card' ? (
            <CardOnly title={data.title} hostName={data.hostName} />
          ) : (
            <>
              <NoticeText notice={data} />
              <Forward notice={data} />
            </>
          )
        }
      </Async>
    </Page>
  );
}
