import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import type { Session } from '@/lib/session';
import { useQuery } from '@/lib/use-query';
import { useUnitEditing } from './editing';
import { SaveUnit, UnitEditor } from './unit-editor';
import { UnitFile } from './unit-file';

interface Props {
  /** Without it a new unit. */
  unitId: string | undefined;
  session: Session;
  onSaved: (unitId: string) => void;
}

/** A unit in the right pane: its file, and behind 修改 the editor. */
export function UnitPane({ unitId, session, onSaved }: Props) {
  const [editing, setEditing] = useState(false);
  if (!unitId) return <Editor unitId={undefined} session={session} onSaved={onSaved} />;
  if (!editing) return <File unitId={unitId} session={session} onEdit={() => setEditing(true)} />;
  return (
    <>
      <View className="unit-pane-head">
        <Button kind="plain" onPress={() => setEditing(false)}>
          返回档案
        </Button>
      </View>
      <Editor
        unitId={unitId}
        session={session}
        onSaved={(saved) => {
          setEditing(false);
          onSaved(saved);
        }}
      />
    </>
  );
}

interface FileProps {
  unitId: string;
  session: Session;
  onEdit: () => void;
}

function File({ unitId, session, onEdit }: FileProps) {
  const query = useQuery('unit.get', { unitId });
  return (
    <>
      {query.data?.active && session.can('unit.edit') && (
        <View className="unit-pane-head">
          <Button kind="plain" onPress={onEdit}>
            修改单位资料
          </Button>
        </View>
      )}
      <UnitFile query={query} session={session} />
    </>
  );
}

function Editor({ unitId, session, onSaved }: Props) {
  const editing = useUnitEditing(unitId, onSaved);
  return (
    <>
      <UnitEditor unitId={unitId} editing={editing} session={session} />
      {(!unitId || editing.query.data) && <SaveUnit editing={editing} session={session} />}
    </>
  );
}
