import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { Collected } from './collected';
import { UnitAnswer } from './unit-answer';

/** What the form of a notice brought in: sums and choices, every unit's answers, and the workbook; or one unit's whole. */
export default function Answers() {
  const { noticeId = '', unitId = '' } = useRouter().params;
  return (
    <StaffOnly>
      {(session) =>
        unitId ? (
          <Page narrow>
            <UnitAnswer noticeId={noticeId} unitId={unitId} />
          </Page>
        ) : (
          <Page>
            <Collected noticeId={noticeId} mayExport={session.can('notice.publish')} />
          </Page>
        )
      }
    </StaffOnly>
  );
}
