import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { HandoverBody } from '../handover-body';

/** One handover, for the leaver, the successor and staff. */
export default function View() {
  const { handoverId = '' } = useRouter().params;
  return (
    <Page narrow>
      <HandoverBody handoverId={handoverId} />
    </Page>
  );
}
