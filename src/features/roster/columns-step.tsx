import { useState } from 'react';
import { Picker, Text, View } from '@tarojs/components';
import {
  offeredColumns,
  rosterColumns,
  rosterDefaults,
  type ReadSheet,
  type RosterDefault,
} from '@contract/roster';
import { natures, posts, stateLevels } from '@contract/unit';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ChoiceField, TextField } from '@/components/field';
import { Press } from '@/components/press';
import { change, sentenceOf } from '@/lib/call';
import { role } from '@/lib/device/a11y';
import type { OneImport } from './words';

type Fields = Record<string, string | null>;

const keyOf = (sheet: number, column: number): string => `${sheet}-${column}`;
const wordsOf = (list: Record<string, string>) =>
  Object.fromEntries(Object.values(list).map((words) => [words, words]));

function firstFields({ sheets, mapping }: OneImport): Fields {
  const fields: Fields = {};
  for (const { sheet, columns } of sheets) {
    const mapped = mapping?.find((one) => one.sheet === sheet);
    for (const { column, field } of columns)
      fields[keyOf(sheet, column)] = mapping
        ? (mapped?.columns.find((one) => one.column === column)?.field ?? null)
        : field;
  }
  return fields;
}

/** What each column holds, as it was recognised, to be put right by hand. */
export function ColumnsStep({ one, onPlanned }: { one: OneImport; onPlanned: () => Promise<void> }) {
  const [fields, setFields] = useState<Fields>(() => firstFields(one));
  const [defaults, setDefaults] = useState<Partial<Record<RosterDefault, string>>>(one.defaults);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const sheets = one.sheets.filter(({ columns }) => columns.length > 0);
  const used = sheets.filter(({ sheet, columns }) =>
    columns.some(({ column }) => fields[keyOf(sheet, column)]),
  );
  const here = new Set(Object.values(fields));
  const lacking = (Object.keys(rosterDefaults) as RosterDefault[]).filter((field) => !here.has(field));
  const check = async () => {
    setBusy(true);
    setFault('');
    try {
      await change('roster.plan', {
        importId: one.importId,
        sheets: used.map(({ sheet, columns }) => ({
          sheet,
          columns: columns.flatMap(({ column }) => {
            const field = fields[keyOf(sheet, column)];
            return field ? [{ column, field }] : [];
          }),
        })),
        defaults,
        decisions: one.decisions,
      });
      await onPlanned();
    } catch (error) {
      setFault(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {sheets.map((sheet) => (
        <SheetCard
          key={sheet.sheet}
          sheet={sheet}
          fields={fields}
          onChange={(key, field) => setFields({ ...fields, [key]: field })}
        />
      ))}
      {lacking.length > 0 && (
        <Card title="表里没有的，统一填写">
          <Text className="roster-words">
            只用于新增的单位；已有单位保持原样。不填的，缺这一项的新单位会列入“有误”。
          </Text>
          {lacking.map((field) => (
            <Default
              key={field}
              field={field}
              hosts={one.hosts}
              value={defaults[field] ?? ''}
              onChange={(text) => setDefaults({ ...defaults, [field]: text })}
            />
          ))}
        </Card>
      )}
      <View {...role('alert')}>{fault && <Text className="roster-fault">{fault}</Text>}</View>
      <Button wide busy={busy} disabled={used.length === 0} onPress={() => void check()}>
        {busy ? '正在与单位档案核对…' : '下一步：看要改什么'}
      </Button>
    </>
  );
}

interface SheetProps {
  sheet: ReadSheet;
  fields: Fields;
  onChange: (key: string, field: string | null) => void;
}

function SheetCard({ sheet: { sheet, name, rows, headers, columns }, fields, onChange }: SheetProps) {
  const [all, setAll] = useState(false);
  const unknown = columns.filter(({ column }) => !fields[keyOf(sheet, column)]);
  const known = columns.length - unknown.length;
  return (
    <Card title={`工作表：${name}`}>
      <Text className="roster-words">
        标题在第{headers.join('、')}行，下面{rows}行；认出{known}列
        {unknown.length > 0 && `，${unknown.length}列不导入`}。
      </Text>
      {columns.map(({ column, letter, title, samples }) => {
        const field = fields[keyOf(sheet, column)] ?? null;
        return field || all || samples.length > 0 ? (
          <Column
            key={column}
            letter={letter}
            title={title}
            samples={samples}
            field={field}
            onChange={(next) => onChange(keyOf(sheet, column), next)}
          />
        ) : null;
      })}
      {!all && columns.some(({ samples }) => samples.length === 0) && (
        <Press className="roster-more" onPress={() => setAll(true)}>
          显示空列
        </Press>
      )}
    </Card>
  );
}

interface ColumnProps {
  letter: string;
  title: string;
  samples: string[];
  field: string | null;
  onChange: (field: string | null) => void;
}

const CHOICES: [string | null, string][] = [[null, '不导入'], ...Object.entries(offeredColumns)];

function Column({ letter, title, samples, field, onChange }: ColumnProps) {
  const index = CHOICES.findIndex(([key]) => key === field);
  return (
    <View className="roster-column">
      <View className="roster-column-words">
        <Text className="roster-name">
          {letter} {title}
        </Text>
        <Text className="roster-second">{samples.join('、') || '（空）'}</Text>
      </View>
      <Picker
        mode="selector"
        range={CHOICES.map(([, words]) => words)}
        value={Math.max(index, 0)}
        onChange={(e) => onChange(CHOICES[Number(e.detail.value)]?.[0] ?? null)}
      >
        <Text className={`roster-choice ${field ? '' : 'none'}`}>
          {field ? (rosterColumns[field] ?? field) : '不导入'} ▾
        </Text>
      </Picker>
    </View>
  );
}

interface DefaultProps {
  field: RosterDefault;
  hosts: string[];
  value: string;
  onChange: (text: string) => void;
}

function Default({ field, hosts, value, onChange }: DefaultProps) {
  const label = rosterDefaults[field];
  const choices: Partial<Record<RosterDefault, Record<string, string>>> = {
    nature: wordsOf(natures),
    stateLevel: wordsOf(stateLevels),
    post: wordsOf(posts),
    hosts: Object.fromEntries(hosts.map((name) => [name, name])),
  };
  const list = choices[field];
  return list ? (
    <ChoiceField
      label={label}
      value={value || null}
      choices={list}
      onChange={(text) => onChange(text === value ? '' : text)}
    />
  ) : (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      keyboard={field === 'postCode' ? 'number' : 'text'}
    />
  );
}
