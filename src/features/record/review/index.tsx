import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { DecideFoot, DecideView } from '../decide-view';
import { useDeciding } from '../deciding';

export default function Review() {
  const { correctionId = '' } = useRouter().params;
  return <StaffOnly right="filing.review">{() => <ReviewPage correctionId={correctionId} />}</StaffOnly>;
}

const nothing = () => undefined;

function ReviewPage({ correctionId }: { correctionId: string }) {
  const deciding = useDeciding(correctionId, nothing);
  const { data, error } = deciding.query;
  return (
    <Page foot={data?.state === 'submitted' && !error && <DecideFoot asked={data} deciding={deciding} />}>
      <DecideView deciding={deciding} />
    </Page>
  );
}
