import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { CodeView } from '../code-view';

export default function CodeShow() {
  const { codeId = '' } = useRouter().params;
  return (
    <StaffOnly right="code.issue">
      {() => (
        <Page narrow>
          <CodeView codeId={codeId} />
        </Page>
      )}
    </StaffOnly>
  );
}
