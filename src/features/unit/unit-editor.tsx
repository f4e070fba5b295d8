import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Press } from '@/components/press';
import { SavedLine } from '@/components/saved-line';
import { Async } from '@/components/states';
import { role } from '@/lib/device/a11y';
import type { Session } from '@/lib/session';
import type { UnitEditing } from './editing';
import { UnitForm } from './unit-form';
import './unit.scss';

interface Props {
  unitId: string | undefined;
  editing: UnitEditing;
  session: Session;
}

/** The fields of a unit, one on file or a new one. */
export function UnitEditor({ unitId, editing, session }: Props) {
  const { query, savedAt, giveUp } = editing;
  const hosts = session.me?.office.hosts ?? [];
  const form = (
    <>
      {savedAt && unitId ? (
        <View className="unit-unsaved">
          <Text>有改动还没有提交，已保存在本机。</Text>
          <Press className="unit-give-up" onPress={giveUp}>
            <Text>放弃改动</Text>
          </Press>
        </View>
      ) : (
        <SavedLine at={savedAt} />
      )}
      <UnitForm editing={editing} hosts={hosts} />
    </>
  );
  if (!unitId) return form;
  return <Async query={query}>{() => form}</Async>;
}

export function SaveUnit({ editing, session }: { editing: UnitEditing; session: Session }) {
  if (!session.can('unit.edit'))
    return <Text className="unit-second">要修改，请联系有“维护会员单位”权限的同事。</Text>;
  return (
    <>
      {editing.stale && (
        <View className="unit-unsaved">
          <View className="field-error" {...role('alert')}>
            {editing.wrong['']}
          </View>
          <Button kind="plain" busy={editing.busy} onPress={editing.refresh}>
            刷新
          </Button>
        </View>
      )}
      <Button wide busy={editing.busy} onPress={editing.save}>
        保存单位资料
      </Button>
    </>
  );
}
