import type { Session } from '@/lib/session';
import { useUnitEditing } from './editing';
import { SaveUnit, UnitEditor } from './unit-editor';

interface Props {
  unitId: string | undefined;
  session: Session;
  onSaved: (unitId: string) => void;
}

/** A unit in the right pane, its button beneath. */
export function UnitPane({ unitId, session, onSaved }: Props) {
  const editing = useUnitEditing(unitId, onSaved);
  return (
    <>
      <UnitEditor unitId={unitId} editing={editing} session={session} />
      {(!unitId || editing.query.data) && <SaveUnit editing={editing} session={session} />}
    </>
  );
}
