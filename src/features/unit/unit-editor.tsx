import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { seatKinds } from '@contract/me';
import type { Output } from '@contract/index';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Phone } from '@/components/phone';
import { Press } from '@/components/press';
import { SavedLine } from '@/components/saved-line';
import { Async } from '@/components/states';
import { Tag } from '@/components/tag';
import { change, sentenceOf } from '@/lib/call';
import { role } from '@/lib/device/a11y';
import { go } from '@/lib/go';
import type { Session } from '@/lib/session';
import { toast } from '@/lib/toast';
import type { UnitEditing } from './editing';
import { UnitFile } from './unit-file';
import { UnitForm } from './unit-form';
import './unit.scss';

interface Props {
  unitId: string | undefined;
  editing: UnitEditing;
  session: Session;
}

/** Liaisons of a unit and its file; new ones have the file only. */
export function UnitEditor({ unitId, editing, session }: Props) {
  const { query, savedAt, giveUp } = editing;
  const mayEdit = session.can('unit.edit');
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
  return (
    <Async query={query}>
      {(unit) => (
        <>
          <Seats unitId={unitId} seats={unit.seats} session={session} />
          {mayEdit ? form : <UnitFile unit={unit} hosts={hosts} />}
        </>
      )}
    </Async>
  );
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

interface SeatsProps {
  unitId: string;
  seats: Output<'unit.get'>['seats'];
  session: Session;
}

function Seats({ unitId, seats, session }: SeatsProps) {
  const [busy, setBusy] = useState(false);
  const issue = async () => {
    setBusy(true);
    try {
      const { codeId } = await change('code.issue', { unitId });
      go('code.show', { codeId });
    } catch (error) {
      toast(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title="联络员" side={seats.length === 0 && <Tag tone="danger">无联络员</Tag>}>
      {seats.length === 0 && <Text className="unit-second">把登记码发给这家单位，由联络员扫码登记。</Text>}
      {seats.map(({ kind, name, phone, position }) => (
        <View key={kind} className="unit-seat">
          <Text className="unit-second">
            {seatKinds[kind]} {position}
          </Text>
          <Phone unitId={unitId} kind={kind} name={name} masked={phone} />
        </View>
      ))}
      {session.can('code.issue') && (
        <View className="unit-code">
          <Button kind="plain" busy={busy} onPress={() => void issue()}>
            为这家单位出登记码
          </Button>
        </View>
      )}
    </Card>
  );
}
