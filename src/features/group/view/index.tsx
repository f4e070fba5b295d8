import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { back } from '@/lib/go';
import { GroupView } from '../group-view';
import '../group.scss';

/** One group as a page of its own. */
export default function GroupPage() {
  const { groupId = '' } = useRouter().params;
  return (
    <StaffOnly>
      {(session) => (
        <Page narrow>
          <GroupView groupId={groupId} session={session} onRemoved={back} />
        </Page>
      )}
    </StaffOnly>
  );
}
