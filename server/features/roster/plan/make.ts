import type { Decision, PlanCounts, RosterKind } from '@contract/roster';
import { rosterKinds } from '@contract/roster';
import type { UnitForm } from '@contract/unit';
import { sha256 } from '../../../kit/hash';
import { tidyName } from '../../../kit/search';
import type { Unit } from '../../../stores/units';
import { keyOf, tidyText } from '../cell/text';
import type { RosterRow } from '../workbook/body';
import { nameIndex, type Alike } from './match';
import { merge, type Rules } from './merge';

/** One row of the plan. `set` is written to the unit, over `was`; `unitId` of a new one is the one it will have. */
export interface Entry {
  key: string;
  sheet: string;
  /** One-based, as Excel counts. */
  row: number;
  name: string;
  kind: RosterKind;
  reason: string;
  notes: string[];
  unitId: string | null;
  /** `updatedAt` the plan was made against; null: a new unit. */
  seen: string | null;
  set: Partial<UnitForm>;
  was: Partial<UnitForm>;
  candidates: { as: string; name: string; why: string }[];
}

export type Known = Pick<Unit, '_id' | 'updatedAt' | 'seats' | keyof UnitForm>;

interface Input {
  importId: string;
  rows: RosterRow[];
  units: Known[];
  /** Names of units that left. */
  left: string[];
  decisions: Decision[];
  rules: Rules;
}

/** Says of every row what would be done with it; nothing is written. */
export function makePlan({ importId, rows, units, left, decisions, rules }: Input): Entry[] {
  const known = new Map(units.map((unit) => [unit._id, unit]));
  const index = nameIndex();
  for (const { _id, name, short, creditCode } of units) index.add({ id: _id, name, short, creditCode });
  const among = nameIndex();
  const decided = new Map(decisions.map(({ row, as }) => [row, as]));
  const gone = new Set(left.map(keyOf));
  const entries = new Map<string, Entry>();
  /** Unit id, or name of a new one → the row that writes it. */
  const claims = new Map<string, Entry>();

  for (const row of rows) entries.set(row.key, plan(row));
  return [...entries.values()];

  function plan(row: RosterRow): Entry {
    const entry = blank(row);
    if (!entry.name) return wrong(entry, '没有单位名称');
    const choice = decided.get(row.key);
    if (choice === 'skip') return { ...entry, kind: 'skipped', reason: '您选择了不导入' };
    if (choice?.startsWith('row:')) return insteadOf(row, entry, choice.slice(4));
    if (choice && choice !== 'new') return chosen(row, entry, choice);
    const same = index.exact(entry.name) ?? index.byShort(entry.name);
    if (same && choice !== 'new') return ofUnit(row, entry, same.id);
    if (same && index.exact(entry.name)) return wrong(entry, '已有同名单位，不能再新增一家');
    return ofNew(row, entry, choice === 'new');
  }

  function chosen(row: RosterRow, entry: Entry, unitId: string): Entry {
    const unit = known.get(unitId);
    if (!unit) return wrong(entry, '您选的单位已不在册，请重新核对');
    return ofUnit(row, entry, unitId);
  }

  /** The row takes over from an earlier one of the same unit. */
  function insteadOf(row: RosterRow, entry: Entry, key: string): Entry {
    const before = entries.get(key);
    if (!before || !['new', 'changed', 'unchanged'].includes(before.kind))
      return wrong(entry, '您选的那一行已不导入，请重新核对');
    const reason = `以“${entry.sheet}”第${entry.row}行为准`;
    Object.assign(before, { kind: 'skipped', reason, set: {}, was: {} });
    if (before.seen !== null && before.unitId) {
      claims.delete(before.unitId);
      return ofUnit(row, entry, before.unitId);
    }
    claims.delete(keyOf(before.name));
    return ofNew(row, entry, true);
  }

  function ofUnit(row: RosterRow, entry: Entry, unitId: string): Entry {
    const unit = known.get(unitId);
    if (!unit) return wrong(entry, '这家单位刚刚退会，请重新核对');
    const first = claims.get(unitId);
    if (first) return again(row, entry, first);
    const { set, notes, faults } = merge(row, unit, rules);
    const all = [...entry.notes, ...nameNotes(row, entry, unit), ...notes];
    if (set.creditCode === undefined && renamed(row, unit)) {
      set.name = entry.name;
      const parsed = nameFault(entry.name);
      if (parsed) faults.push(parsed);
    }
    if (faults.length > 0) return wrong({ ...entry, notes: all }, faults.join('；'));
    const fields = Object.keys(set) as (keyof UnitForm)[];
    const was = Object.fromEntries(fields.map((field) => [field, unit[field]]));
    const done: Entry = {
      ...entry,
      notes: all,
      unitId,
      seen: unit.updatedAt.toISOString(),
      set,
      was,
      kind: fields.length > 0 ? 'changed' : 'unchanged',
    };
    claims.set(unitId, done);
    return done;
  }

  function ofNew(row: RosterRow, entry: Entry, sure: boolean): Entry {
    const claimed = claims.get(keyOf(entry.name));
    if (claimed) return again(row, entry, claimed);
    if (gone.has(keyOf(entry.name)))
      entry.notes.push('有一家同名单位已退会；如是同一家，请先在单位档案里恢复');
    const self = { name: entry.name, short: textOf(row, 'short'), creditCode: codeOf(row) };
    if (!sure) {
      const alike = [...index.alike(self).map(asUnit), ...among.alike(self).map(asRow)];
      if (alike.length > 0)
        return {
          ...entry,
          kind: 'suspect',
          reason: '可能与已有单位或别的行重复，请选择',
          candidates: alike.slice(0, 5),
        };
    }
    const { set, notes, faults } = merge(row, null, rules);
    const fault = nameFault(entry.name);
    const all = [...entry.notes, ...notes];
    if (fault || faults.length > 0)
      return wrong({ ...entry, notes: all }, [fault, ...faults].filter(Boolean).join('；'));
    const unitId = sha256(`${importId}|${entry.key}`).slice(0, 24);
    const done: Entry = { ...entry, notes: all, unitId, kind: 'new', set: { ...set, name: entry.name } };
    claims.set(keyOf(entry.name), done);
    among.add({ id: entry.key, ...self });
    return done;
  }

  /** A second row of the same unit: left out when it says the same, else somebody decides. */
  function again(row: RosterRow, entry: Entry, first: Entry): Entry {
    const twin = rows.find(({ key }) => key === first.key);
    if (twin && saying(twin) === saying(row))
      return { ...entry, kind: 'skipped', reason: `与“${first.sheet}”第${first.row}行完全相同` };
    const why = `“${first.sheet}”第${first.row}行也是这家单位`;
    return {
      ...entry,
      kind: 'suspect',
      reason: '同一家单位出现了两行，请选择',
      candidates: [{ as: `row:${first.key}`, name: first.name, why }],
    };
  }
}

const asUnit = ({ id, name, why }: Alike) => ({ as: id, name, why });
const asRow = ({ id, name, why }: Alike) => ({
  as: `row:${id}`,
  name,
  why: `${why}（本表第${Number(id.split('-')[1]) + 1}行）`,
});

const textOf = (row: RosterRow, field: string): string => tidyText(row.cells[field]?.text ?? '');
const codeOf = (row: RosterRow): string => keyOf(textOf(row, 'creditCode')).toUpperCase();

const blank = (row: RosterRow): Entry => ({
  key: row.key,
  sheet: row.sheetName,
  row: row.row + 1,
  name: tidyName(textOf(row, 'name')),
  kind: 'new',
  reason: '',
  notes: [...(row.notes ?? [])],
  unitId: null,
  seen: null,
  set: {},
  was: {},
  candidates: [],
});

const wrong = (entry: Entry, reason: string): Entry => ({ ...entry, kind: 'wrong', reason });

/** The same registration under another name: the unit was renamed. */
const renamed = (row: RosterRow, unit: Known): boolean =>
  !!unit.creditCode &&
  codeOf(row) === unit.creditCode &&
  keyOf(textOf(row, 'name')) !== keyOf(unit.name) &&
  keyOf(textOf(row, 'name')) !== keyOf(unit.short);

const nameNotes = (row: RosterRow, { name }: Entry, unit: Known): string[] =>
  keyOf(name) === keyOf(unit.name)
    ? (row.cells.name?.text ?? '').trim() === unit.name
      ? []
      : [`名称写法与“${unit.name}”不同（空格、全半角或大小写），按同一家对上`]
    : keyOf(name) === keyOf(unit.short)
      ? [`按简称对上“${unit.name}”`]
      : [`对应“${unit.name}”`];

function nameFault(name: string): string {
  if ([...name].length < 4) return '单位全称应与营业执照一致，至少4字';
  return name.length > 60 ? '单位全称最多60字' : '';
}

const saying = ({ cells }: RosterRow): string =>
  JSON.stringify(
    Object.keys(cells)
      .sort()
      .map((field) => [field, keyOf(cells[field]?.text ?? '')]),
  );

export function countsOf(entries: Entry[]): PlanCounts {
  const counts = Object.fromEntries(Object.keys(rosterKinds).map((kind) => [kind, 0])) as PlanCounts;
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}
