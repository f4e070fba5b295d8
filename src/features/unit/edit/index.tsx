import { useRouter } from '@tarojs/taro';
import { Page } from '@/components/page';
import { StaffOnly } from '@/components/staff-only';
import { back } from '@/lib/go';
import type { Session } from '@/lib/session';
import { useUnitEditing } from '../editing';
import { SaveUnit, UnitEditor } from '../unit-editor';

/** A unit as a page of its own; without `unitId` a new one. */
export default function UnitEdit() {
  const { unitId } = useRouter().params;
  return <StaffOnly>{(session) => <Edit unitId={unitId} session={session} />}</StaffOnly>;
}

function Edit({ unitId, session }: { unitId: string | undefined; session: Session }) {
  const editing = useUnitEditing(unitId, back);
  return (
    <Page narrow foot={(!unitId || editing.query.data) && <SaveUnit editing={editing} session={session} />}>
      <UnitEditor unitId={unitId} editing={editing} session={session} />
    </Page>
  );
}
