import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { DraftView } from '../drafts/draft-view';

/** One draft that was sent on, on a phone: seen whole, looked over, taken back or sent out. */
export default function Draft() {
  const { draftId = '' } = useRouter().params;
  return (
    <StaffOnly>
      {() => (
        <Page narrow>
          <DraftView draftId={draftId} />
        </Page>
      )}
    </StaffOnly>
  );
}
