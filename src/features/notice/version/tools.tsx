import { Card, Row } from '@/components/card';
import { go } from '@/lib/go';
import { useSession } from '@/lib/session';
import type { Whole } from '../reader';
import { VersionNotes } from './notes';

/** What the secretariat may do with a notice that went out, and its other versions. */
export function VersionTools({ notice }: { notice: Whole }) {
  const session = useSession();
  const { noticeId, state, correction, newer, withdrawn, revisions } = notice;
  const stands = state === 'published' && session.can('notice.publish');
  return (
    <Card>
      {(withdrawn ?? newer ?? correction) && <VersionNotes notice={notice} />}
      <Row title="看全文" onPress={() => go('notice.detail', { noticeId })} />
      {correction?.of && (
        <Row
          title="旧版回执"
          note="更正前各单位的打开和确认情况"
          onPress={() => go('notice.progress', { noticeId: correction.of ?? '' })}
        />
      )}
      {newer && <Row title="新版回执" onPress={() => go('notice.progress', { noticeId: newer.noticeId })} />}
      {revisions > 0 && (
        <Row
          title="更正前的文字"
          side={`${revisions}次`}
          onPress={() => go('notice.revisions', { noticeId })}
        />
      )}
      {stands && (
        <Row
          title="更正"
          note="改错字、延期，或请各单位重新确认"
          onPress={() => go('notice.correct', { noticeId })}
        />
      )}
      {(stands || (state === 'publishing' && session.can('notice.publish'))) && (
        <Row title="撤回" note="撤回后各单位不用再办理" onPress={() => go('notice.withdraw', { noticeId })} />
      )}
    </Card>
  );
}
