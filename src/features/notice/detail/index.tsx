import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { Page } from '@/components/page';
import { Async } from '@/components/states';
import { urlOf } from '@/lib/go';
import { useSession } from '@/lib/session';
import { CardOnly, ConfirmButton, NoticeText, useNotice } from '../reader';

/** Opened from the inbox or straight from the group's card. */
export default function Detail() {
  const { noticeId = '' } = useRouter().params;
  const session = useSession();
  return session.data ? (
    <Reader noticeId={noticeId} unitId={session.acting.kind === 'seat' ? session.acting.unitId : undefined} />
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
    title: query.data?.title ?? '通知',
    path: urlOf('notice.detail', { noticeId }),
  }));
  const foot = notice?.receipt && !notice.receipt.confirmed && (
    <ConfirmButton notice={notice} kept={kept} busy={busy} onPress={confirm} />
  );
  return (
    <Page foot={foot}>
      <Async query={query} rows={2}>
        {(data) =>
          data.view === 'card' ? (
            <CardOnly title={data.title} hostName={data.hostName} />
          ) : (
            <NoticeText notice={data} />
          )
        }
      </Async>
    </Page>
  );
}
