import { renameSeats } from '../../kit/rename-seats';
import { searchFields } from '../../kit/search';
import { attachments } from '../../stores/attachments';
import { filings } from '../../stores/filings';
import type { Import, Left } from '../../stores/imports';
import { receipts } from '../../stores/receipts';
import { units, type Unit } from '../../stores/units';
import { logged, stampOf } from './import-batch';
import { each, type Work } from './job';
import type { Entry } from './plan/make';

const CHANGED = '导入后又有人改过，没有撤销';
const IN_USE = '导入后已有登记、通知或材料，单位保留';

/** Takes some rows back: old values where nobody wrote since, new units that nothing refers to. */
export const undoBatch: Work = async (row, entries) => {
  const skipped = new Set(row.left.map(({ key }) => key));
  const work = entries.filter(({ key }) => !skipped.has(key));
  const now = new Map(
    (await units.byIds(work.flatMap(({ unitId }) => unitId ?? []))).map((unit) => [unit._id, unit]),
  );
  const kept: Left[] = [];
  const restored: string[] = [];
  const going: string[] = [];
  await each(work, async (entry) => {
    const unit = now.get(entry.unitId ?? '');
    // Not there: removed by an earlier try.
    const fault =
      entry.kind === 'new' ? unit && (await retire(row, entry, unit)) : await restore(row, entry, unit);
    if (fault) kept.push({ key: entry.key, name: entry.name, reason: fault });
    else if (entry.unitId) (entry.kind === 'new' ? going : restored).push(entry.unitId);
  });
  await logged(row, [...restored, ...going], 'roster.undo', row.undoneAt);
  if (going.length > 0) await units.removeUnused(going);
  return { counts: { restored: restored.length, removed: going.length }, kept };
};

const tagOf = (row: Import): string => `${row._id}-undo`;
const after = (row: Import, stamp: Date): Date =>
  new Date(Math.max((row.undoneAt ?? row.at).getTime(), stamp.getTime() + 1));

async function restore(row: Import, entry: Entry, unit: Unit | undefined): Promise<string> {
  if (!unit?.active) return '导入后已退会，没有撤销';
  const stamp = stampOf(row, entry);
  if (!unit.requests.includes(tagOf(row))) {
    const form = { ...unit, ...entry.was };
    const change = { ...entry.was, ...searchFields(form, unit._id), updatedAt: after(row, stamp) };
    const done = await units.change(unit._id, stamp, change, tagOf(row));
    if (done === 'taken') return '原来的名称已被另一家单位使用，没有撤销';
    if (done === 'changed' && !(await units.get(unit._id))?.requests.includes(tagOf(row))) return CHANGED;
  }
  if (entry.was.name) await renameSeats(unit, entry.was.name);
  return '';
}

/** Made inactive first, so that nothing can come to refer to it while it is looked whether anything does. */
async function retire(row: Import, entry: Entry, unit: Unit): Promise<string> {
  const stamp = stampOf(row, entry);
  if (!unit.requests.includes(tagOf(row))) {
    const inactive = { active: false, leftSlot: unit._id, updatedAt: after(row, stamp) };
    const done = await units.change(unit._id, stamp, inactive, tagOf(row));
    if (done !== 'done' && !(await units.get(unit._id))?.requests.includes(tagOf(row)))
      return unit.seated ? '导入后已有联络员登记，单位保留' : CHANGED;
  } else if (unit.active) return IN_USE;
  const [filed, asked, papers] = await Promise.all([
    filings.ofUnit(unit._id, 1),
    receipts.inbox(unit._id, undefined, 1),
    attachments.ofUnit(unit._id, undefined, 1),
  ]);
  if (filed.length + asked.length + papers.length === 0) return '';
  await units.change(unit._id, undefined, { active: true, leftSlot: null }, tagOf(row));
  return IN_USE;
}
