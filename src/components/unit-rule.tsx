import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { MemberRule } from '@contract/audience';
import { natures, posts } from '@contract/unit';
import { storage } from '@/lib/device/storage';
import { useQuery } from '@/lib/use-query';
import { Row } from './card';
import { Press } from './press';
import { SearchField } from './search-field';
import { SeveralField } from './several-field';
import { Tag } from './tag';

type Lines = Omit<MemberRule, 'unitIds' | 'except'>;

interface Props {
  value: Lines;
  hosts: { id: string; name: string }[];
  /** The lines that were changed. */
  onChange: (lines: Lines) => void;
}

const NOTHING = {};

/** Units by what they are: within a line any of the values, all lines together. */
export function RuleLines({ value, hosts, onChange }: Props) {
  const { data } = useQuery('notice.classes', NOTHING);
  const same = (words: string[] = []) => Object.fromEntries(words.map((word) => [word, word]));
  const lines: { key: keyof Lines; label: string; choices: Record<string, string> }[] = [
    {
      key: 'hosts',
      label: '所属主办方',
      choices: hosts.length > 1 ? Object.fromEntries(hosts.map(({ id, name }) => [id, name])) : {},
    },
    { key: 'posts', label: '协会职务', choices: posts },
    { key: 'natures', label: '单位性质', choices: natures },
    { key: 'regions', label: '所在地区', choices: same(data?.regions) },
    { key: 'industries', label: '所属行业', choices: same(data?.industries) },
    { key: 'tags', label: '标签', choices: same(data?.tags) },
  ];
  return (
    <>
      {lines
        .filter(({ choices }) => Object.keys(choices).length > 0)
        .map(({ key, label, choices }) => (
          <SeveralField
            key={key}
            label={label}
            values={value[key] ?? []}
            choices={choices}
            onChange={(chosen) => onChange({ [key]: chosen })}
          />
        ))}
    </>
  );
}

/** Names of chosen units, kept on the device: what is chosen holds ids only. */
const NAMES = 'compose:names';

/** More rows than a screen holds push what comes next out of sight. */
const SHOWN = 8;

interface ChipsProps {
  label: string;
  chosen: string[];
  /** Names the server gave. */
  known?: Record<string, string>;
  onChange: (unitIds: string[]) => void;
}

/** Units found by name and kept as chips. */
export function UnitChips({ label, chosen, known, onChange }: ChipsProps) {
  const [search, setSearch] = useState('');
  const [kept, setKept] = useState(() => storage.get<Record<string, string>>(NAMES) ?? {});
  const names = { ...kept, ...known };
  const found = useQuery('unit.list', search ? { search } : null);
  const units = found.data?.units ?? [];
  const add = (unitId: string, name: string) => {
    const all = { ...storage.get<Record<string, string>>(NAMES), ...kept, [unitId]: name };
    storage.set(NAMES, all);
    setKept(all);
    if (!chosen.includes(unitId)) onChange([...chosen, unitId]);
  };
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      <View className="chips">
        {chosen.map((unitId) => (
          <Press
            key={unitId}
            className="chip on"
            label={`去掉${names[unitId] ?? '单位'}`}
            onPress={() => onChange(chosen.filter((id) => id !== unitId))}
          >
            <Text>{names[unitId] ?? '已选单位'} ✕</Text>
          </Press>
        ))}
      </View>
      <SearchField value={search} placeholder="搜单位名称、拼音或首字母" onChange={setSearch} />
      {units.slice(0, SHOWN).map(({ unitId, name, region }) => (
        <Row
          key={unitId}
          title={name}
          note={region}
          side={chosen.includes(unitId) ? <Tag tone="success">已选</Tag> : '选择'}
          onPress={() => add(unitId, name)}
        />
      ))}
      {found.data && units.length === 0 && <Text>没有找到这样的单位</Text>}
      {units.length > SHOWN && (
        <Text className="field-rule">只列出前{SHOWN}家，要找的不在里面，请再多输几个字</Text>
      )}
    </View>
  );
}
