import { useDidShow, useRouter } from '@tarojs/taro';
import { Button } from '@/components/button';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { UnitFile } from '../unit-file';

/** The file of one unit as a page of its own. */
export default function UnitFilePage() {
  const { unitId = '' } = useRouter().params;
  return <StaffOnly>{(session) => <File unitId={unitId} session={session} />}</StaffOnly>;
}

function File({ unitId, session }: { unitId: string; session: Session }) {
  const query = useQuery('unit.get', { unitId });
  useDidShow(() => void query.reload());
  const mayEdit = query.data?.active && session.can('unit.edit');
  return (
    <Page
      narrow
      foot={
        mayEdit && (
          <Button wide onPress={() => go('unit.edit', { unitId })}>
            修改单位资料
          </Button>
        )
      }
    >
      <UnitFile query={query} session={session} />
    </Page>
  );
}
