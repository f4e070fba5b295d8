import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Audience } from '@contract/notice';
import { Row } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { Tag } from '@/components/tag';
import { storage } from '@/lib/device/storage';
import { anchorOf } from '@/lib/scroll-to';
import { useQuery } from '@/lib/use-query';

interface Props {
  value: Audience;
  error?: string | undefined;
  onChange: (audience: Audience) => void;
}

/** Names of chosen units, kept with the draft: the audience itself holds ids only. */
const NAMES = 'compose:names';

export function AudiencePicker({ value, error, onChange }: Props) {
  const [search, setSearch] = useState('');
  const [names, setNames] = useState(() => storage.get<Record<string, string>>(NAMES) ?? {});
  const found = useQuery('unit.list', value.kind === 'units' && search ? { search } : null);
  const chosen = value.kind === 'units' ? value.unitIds : [];
  const add = (unitId: string, name: string) => {
    const all = { ...names, [unitId]: name };
    storage.set(NAMES, all);
    setNames(all);
    if (!chosen.includes(unitId)) onChange({ kind: 'units', unitIds: [...chosen, unitId] });
  };
  return (
    <>
      <ChoiceField
        label="发送范围"
        id={anchorOf('audience')}
        required
        value={value.kind}
        choices={{ all: '全体会员单位', units: '选择单位' }}
        error={error}
        onChange={(kind) => onChange(kind === 'all' ? { kind: 'all' } : { kind: 'units', unitIds: chosen })}
      />
      {value.kind === 'units' && (
        <>
          <View className="chips">
            {chosen.map((unitId) => (
              <Press
                key={unitId}
                className="chip on"
                label={`去掉${names[unitId] ?? '单位'}`}
                onPress={() => onChange({ kind: 'units', unitIds: chosen.filter((id) => id !== unitId) })}
              >
                <Text>{names[unitId] ?? unitId} ✕</Text>
              </Press>
            ))}
          </View>
          <SearchField value={search} placeholder="搜单位名称、拼音或首字母" onChange={setSearch} />
          {found.data?.units.map(({ unitId, name, region }) => (
            <Row
              key={unitId}
              title={name}
              note={region}
              side={chosen.includes(unitId) ? <Tag tone="success">已选</Tag> : '选择'}
              onPress={() => add(unitId, name)}
            />
          ))}
          {found.data?.units.length === 0 && <Text>没有找到这样的单位</Text>}
        </>
      )}
    </>
  );
}
