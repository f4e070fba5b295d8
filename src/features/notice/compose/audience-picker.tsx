import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Audience } from '@contract/notice';
import { natures, posts } from '@contract/unit';
import { Row } from '@/components/card';
import { ChoiceField } from '@/components/field';
import { Press } from '@/components/press';
import { SearchField } from '@/components/search-field';
import { SeveralField } from '@/components/several-field';
import { Tag } from '@/components/tag';
import { storage } from '@/lib/device/storage';
import { anchorOf } from '@/lib/scroll-to';
import { useQuery } from '@/lib/use-query';

interface Props {
  value: Audience;
  hosts: { id: string; name: string }[];
  error?: string | undefined;
  onChange: (audience: Audience) => void;
}

type Rule = Extract<Audience, { kind: 'rule' }>;

/** Names of chosen units, kept with the draft: the audience itself holds ids only. */
const NAMES = 'compose:names';
const NOTHING = {};

/** Everybody, by what a unit is, or unit by unit; the first two minus exceptions. */
export function AudiencePicker({ value, hosts, error, onChange }: Props) {
  const kinds: Record<Audience['kind'], () => Audience> = {
    all: () => ({ kind: 'all' }),
    rule: () => ({ kind: 'rule' }),
    units: () => ({ kind: 'units', unitIds: [] }),
  };
  return (
    <>
      <ChoiceField
        label="发送范围"
        id={anchorOf('audience')}
        required
        value={value.kind}
        choices={{ all: '全体会员单位', rule: '按条件', units: '选择单位' }}
        error={error}
        onChange={(kind) => onChange(kinds[kind as Audience['kind']]())}
      />
      {value.kind === 'rule' && <RuleFields value={value} hosts={hosts} onChange={onChange} />}
      {value.kind !== 'all' && (
        <UnitChips
          label={value.kind === 'rule' ? '另外加上这些单位' : '单位'}
          chosen={value.unitIds ?? []}
          onChange={(unitIds) => onChange({ ...value, unitIds })}
        />
      )}
      {value.kind !== 'units' && (
        <UnitChips
          label="除外的单位"
          chosen={value.except ?? []}
          onChange={(except) => onChange({ ...value, except })}
        />
      )}
    </>
  );
}

interface RuleProps {
  value: Rule;
  hosts: { id: string; name: string }[];
  onChange: (audience: Rule) => void;
}

function RuleFields({ value, hosts, onChange }: RuleProps) {
  const { data } = useQuery('notice.classes', NOTHING);
  const same = (words: string[] = []) => Object.fromEntries(words.map((word) => [word, word]));
  const lines: { key: keyof Rule; label: string; choices: Record<string, string> }[] = [
    ...(hosts.length > 1
      ? [
          {
            key: 'hosts' as const,
            label: '所属主办方',
            choices: Object.fromEntries(hosts.map(({ id, name }) => [id, name])),
          },
        ]
      : []),
    { key: 'posts', label: '协会职务', choices: posts },
    { key: 'natures', label: '单位性质', choices: natures },
    { key: 'regions', label: '所在地区', choices: same(data?.regions) },
    { key: 'industries', label: '所属行业', choices: same(data?.industries) },
    { key: 'tags', label: '标签', choices: same(data?.tags) },
  ];
  return (
    <>
      <Text className="compose-hint">同一项里选几个，符合其中一个就发；几项都选，要同时符合才发。</Text>
      {lines
        .filter(({ choices }) => Object.keys(choices).length > 0)
        .map(({ key, label, choices }) => (
          <SeveralField
            key={key}
            label={label}
            values={(value[key] ?? []) as string[]}
            choices={choices}
            onChange={(chosen) => onChange({ ...value, [key]: chosen })}
          />
        ))}
    </>
  );
}

interface ChipsProps {
  label: string;
  chosen: string[];
  onChange: (unitIds: string[]) => void;
}

/** Units found by name and kept as chips. */
function UnitChips({ label, chosen, onChange }: ChipsProps) {
  const [search, setSearch] = useState('');
  const [names, setNames] = useState(() => storage.get<Record<string, string>>(NAMES) ?? {});
  const found = useQuery('unit.list', search ? { search } : null);
  const add = (unitId: string, name: string) => {
    const all = { ...storage.get<Record<string, string>>(NAMES), ...names, [unitId]: name };
    storage.set(NAMES, all);
    setNames(all);
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
    </View>
  );
}
