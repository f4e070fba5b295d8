import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { Audience } from '@contract/notice';
import { ChoiceField } from '@/components/field';
import { Press } from '@/components/press';
import { RuleLines, UnitChips } from '@/components/unit-rule';
import { anchorOf } from '@/lib/scroll-to';
import { isChosen } from './audience';
import { SaveAsGroup, SavedGroups } from './saved-groups';

interface Props {
  value: Audience;
  hosts: { id: string; name: string }[];
  error?: string | undefined;
  onChange: (audience: Audience) => void;
}

/** Everybody, by saved groups and what a unit is, or unit by unit; the first two minus exceptions. */
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
        choices={{ all: '全体会员单位', rule: '联络组或按条件', units: '选择单位' }}
        error={error}
        onChange={(kind) => onChange(kinds[kind as Audience['kind']]())}
      />
      {value.kind === 'rule' && (
        <>
          <SavedGroups chosen={value.groups ?? []} onChange={(groups) => onChange({ ...value, groups })} />
          <Text className="compose-hint">同一项里选几个，符合其中一个就发；几项都选，要同时符合才发。</Text>
          <RuleLines value={value} hosts={hosts} onChange={(lines) => onChange({ ...value, ...lines })} />
        </>
      )}
      {value.kind !== 'all' && (
        <UnitChips
          label={value.kind === 'rule' ? '另外加上这些单位' : '单位'}
          chosen={value.unitIds ?? []}
          onChange={(unitIds) => onChange({ ...value, unitIds })}
        />
      )}
      {value.kind !== 'units' && (
        <Except except={value.except ?? []} onChange={(except) => onChange({ ...value, except })} />
      )}
      {value.kind === 'rule' && !value.groups?.length && isChosen(value) && (
        <SaveAsGroup members={rest(value)} />
      )}
    </>
  );
}

/** Seldom wanted: a line until it is. */
function Except({ except, onChange }: { except: string[]; onChange: (except: string[]) => void }) {
  const [wanted, setWanted] = useState(false);
  if (wanted || except.length > 0)
    return <UnitChips label="除外的单位" chosen={except} onChange={onChange} />;
  return (
    <Press className="compose-small compose-edge" onPress={() => setWanted(true)}>
      <Text>＋ 除去几家不发的单位</Text>
    </Press>
  );
}

/** What a group keeps of it. */
function rest({
  hosts,
  posts,
  natures,
  regions,
  industries,
  tags,
  unitIds,
  except,
}: Extract<Audience, { kind: 'rule' }>) {
  return Object.fromEntries(
    Object.entries({ hosts, posts, natures, regions, industries, tags, unitIds, except }).filter(
      ([, line]) => line,
    ),
  );
}
