import type { UnitForm } from '@contract/unit';
import { AppError } from '../../kit/errors';
import { renameSeats } from '../../kit/rename-seats';
import { searchFields } from '../../kit/search';
import { fieldsMustBeClean, wordsIn, type Typed } from '../../kit/text-check';
import { audits } from '../../stores/audits';
import type { Import, Left } from '../../stores/imports';
import { units, type Unit } from '../../stores/units';
import { each, type Work } from './job';
import type { Entry } from './plan/make';

/** Writes some rows of the plan: new units in one insert, each change only over what the plan was made against. */
export const importBatch: Work = async (row, planned) => {
  const written: string[] = [];
  const left: Left[] = [];
  const skip = ({ key, name }: Entry, reason: string) => void left.push({ key, name, reason });
  const risky = await riskyOf(row, planned);
  for (const entry of planned.filter((one) => risky.has(one)))
    skip(entry, '有文字没有通过微信内容安全检查，没有导入');
  const entries = planned.filter((entry) => !risky.has(entry));
  const fresh = entries.filter(({ kind }) => kind === 'new');
  const added = await addAll(row, fresh);
  for (const entry of fresh) {
    if (entry.unitId && added.has(entry.unitId)) written.push(entry.unitId);
    else skip(entry, '核对之后已有同名单位，没有新增');
  }
  const changes = entries.filter(({ kind }) => kind === 'changed');
  const now = new Map(
    (await units.byIds(changes.flatMap(({ unitId }) => unitId ?? []))).map((unit) => [unit._id, unit]),
  );
  await each(changes, async (entry) => {
    const fault = await change(row, entry, now.get(entry.unitId ?? ''));
    if (fault) skip(entry, fault);
    else if (entry.unitId) written.push(entry.unitId);
  });
  await logged(row, written, 'roster.commit', row.committedAt);
  return { counts: { added: added.size, changed: written.length - added.size }, left };
};

/** Rows whose words WeChat refuses (decision D10): all words in one call, only when something is wrong row by row. */
async function riskyOf({ openid }: Import, entries: Entry[]): Promise<Set<Entry>> {
  const wordsOf = ({ set }: Entry): Typed[] => [
    [
      '',
      wordsIn(set, '')
        .map(([, text]) => text)
        .join('\n'),
    ],
  ];
  const check = (words: Typed[]) =>
    fieldsMustBeClean(openid, words, '', 'profile', '单位资料').then(() => true, orRisky);
  const risky = new Set<Entry>();
  if (await check(entries.flatMap(wordsOf))) return risky;
  await each(entries, async (entry) => {
    if (!(await check(wordsOf(entry)))) risky.add(entry);
  });
  return risky;
}

function orRisky(error: unknown): false {
  if (error instanceof AppError && error.code === 'risky') return false;
  throw error;
}

/** One entry for each unit, so that its timeline tells of the import; those written before stay. */
export async function logged(row: Import, unitIds: string[], action: string, at: Date | null): Promise<void> {
  await audits.ensure(
    unitIds.map((unitId) => ({
      _id: `${row._id}_${action.slice(7)}_${unitId}`,
      at: at ?? row.at,
      openid: row.openid,
      action,
      collection: 'units',
      subjectId: unitId,
      unitId,
    })),
  );
}

/** Ids of those that are there now, be it from an earlier try. */
async function addAll(row: Import, entries: Entry[]): Promise<Set<string>> {
  const rows = entries.flatMap((entry) => unitFrom(row, entry) ?? []);
  if (rows.length === 0 || (await units.addMany(rows))) return new Set(rows.map(({ _id }) => _id));
  const there = await ours(row, rows);
  const rest = rows.filter(({ _id }) => !there.has(_id));
  await each(rest, async (unit) => void (await units.add(unit)));
  return rest.length > 0 ? ours(row, rows) : there;
}

async function ours(row: Import, rows: Unit[]): Promise<Set<string>> {
  const found = await units.byIds(rows.map(({ _id }) => _id));
  return new Set(found.filter(({ requests }) => requests.includes(row._id)).map(({ _id }) => _id));
}

function unitFrom({ _id, committedAt, at }: Import, { unitId, set }: Entry): Unit | null {
  const now = committedAt ?? at;
  if (!unitId) return null;
  const form = set as UnitForm;
  const seats = { main: null, deputy: null };
  return {
    _id: unitId,
    ...form,
    ...searchFields({ ...form, seats }, unitId),
    active: true,
    seats,
    seated: false,
    vacantSince: now,
    left: null,
    createdAt: now,
    updatedAt: now,
    requests: [_id],
  };
}

/** The moment the import writes on a unit it changes: known beforehand, so that the undo knows it again. */
export const stampOf = ({ committedAt, at }: Import, { seen }: Entry): Date =>
  new Date(Math.max((committedAt ?? at).getTime(), seen ? Date.parse(seen) + 1 : 0));

/** Empty when it is written, now or by an earlier try; else why not. */
async function change(row: Import, entry: Entry, unit: Unit | undefined): Promise<string> {
  const { unitId, seen, set } = entry;
  if (!unit?.active || !unitId || !seen) return '核对之后这家单位已退会，没有改动';
  if (!unit.requests.includes(row._id)) {
    const form = { ...unit, ...set };
    const fields = { ...set, ...searchFields(form, unitId), updatedAt: stampOf(row, entry) };
    const done = await units.change(unitId, new Date(seen), fields, row._id);
    if (done === 'taken') return '名册上的名称已被另一家单位使用，没有改动';
    if (done === 'changed' && !(await units.get(unitId))?.requests.includes(row._id))
      return '核对之后有人改过这家单位，没有覆盖';
  }
  if (set.name) await renameSeats(unit, set.name);
  return '';
}
