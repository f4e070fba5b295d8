import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Field } from '@/components/field';
import { SearchField } from '@/components/search-field';
import { sentenceOf } from '@/lib/call';
import { anchorOf } from '@/lib/scroll-to';
import { useQuery } from '@/lib/use-query';
import { role } from '@/lib/device/a11y';
import type { ChosenUnit, Filling } from '../use-filling';

interface Props {
  codeId: string;
  /** The code is for this unit alone. */
  bound: { unitId: string; name: string } | null;
  filling: Filling;
}

/** Which unit one registers for: said by the code, or found by name. */
export function UnitStep({ codeId, bound, filling: { form, side, wrong, set, setSide } }: Props) {
  const [search, setSearch] = useState('');
  const asked = !bound && !side.unit && search !== '';
  const found = useQuery('code.findUnits', asked ? { codeId, search } : null);
  if (bound) {
    return (
      <Card title="您的单位">
        <Text>{bound.name}</Text>
        <Text className="filing-second">登记码已写明单位。如果不是您的单位，请联系秘书处换一张。</Text>
        {wrong.unitId && (
          <View className="field-error" {...role('alert')} id={anchorOf('unitId')}>
            {wrong.unitId}
          </View>
        )}
      </Card>
    );
  }
  const choose = (unit: ChosenUnit) => {
    const { name } = unit;
    setSide({ unit, requestId: '' }, 'unitId', 'handover');
    if (!form.unitName || form.unitName === side.unit?.name) set({ unitName: name });
  };
  const change = () => {
    if (form.unitName === side.unit?.name) set({ unitName: '' });
    setSide({ unit: null });
  };
  return (
    <Card>
      <Field label="您的单位" required id={anchorOf('unitId')} error={wrong.unitId}>
        {side.unit ? (
          <Row title={side.unit.name} side="换一家" onPress={change} />
        ) : (
          <>
            <SearchField value={search} placeholder="单位名称、拼音或首字母" onChange={setSearch} />
            {asked && found.error && <Text className="field-error">{sentenceOf(found.error)}</Text>}
            {asked &&
              found.data?.units.map(({ unitId, name, region, holders }) => (
                <Row
                  key={unitId}
                  title={name}
                  note={region}
                  side="选择"
                  onPress={() => choose({ unitId, name, holders })}
                />
              ))}
            {asked && found.data?.units.length === 0 && (
              <Text>没有找到这样的单位。换个字试试；仍找不到，请联系秘书处先把单位录入名册。</Text>
            )}
          </>
        )}
      </Field>
    </Card>
  );
}
