import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { ProgressList } from '../progress-list';

export default function Progress() {
  const { noticeId = '' } = useRouter().params;
  return (
    <Page>
      <ProgressList noticeId={noticeId} />
    </Page>
  );
}
