import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { ReviewBody } from '../review-body';
import { isOpen, ReviewFoot } from '../review-foot';
import { useReviewing } from '../reviewing';

export default function Review() {
  const { filingId = '' } = useRouter().params;
  return <StaffOnly right="filing.review">{() => <ReviewPage filingId={filingId} />}</StaffOnly>;
}

const nothing = () => undefined;

function ReviewPage({ filingId }: { filingId: string }) {
  const reviewing = useReviewing(filingId, nothing);
  const { data, error } = reviewing.query;
  const open = data && !error && isOpen(data);
  return (
    <Page foot={open && <ReviewFoot sent={data} reviewing={reviewing} />}>
      <ReviewBody reviewing={reviewing} />
      {open && <View className="review-space" />}
    </Page>
  );
}
