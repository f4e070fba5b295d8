import type { Input } from '@contract/index';
import type { Doc } from '@local-cloud';
import type { Notice } from '@server/stores/notices';
import type { Receipt } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import { cloud, later, makeNotice, makeOffice, makeReceipt, makeStaff, makeUnit, NOW } from '../../support';

/** Rows by the hundred, in one insert each; and what a composer sends. */

type Publication = Input<'notice.publish'>;

export const someNotice = (over: Partial<Publication> = {}): Publication => ({
  title: '关于报送四季度信息的通知',
  hostId: 'association',
  body: [{ type: 'paragraph', runs: [{ text: '各会员单位：请报送四季度信息。' }] }],
  dueAt: later(3).toISOString(),
  audience: { kind: 'all' },
  ...over,
});

/** An office with somebody who may publish. */
export async function secretariat() {
  await makeOffice();
  return makeStaff('editor');
}

export async function manyUnits(
  count: number,
  over: (i: number) => Partial<Unit> = () => ({}),
): Promise<Unit[]> {
  const first = await makeUnit({ ...named(0), ...over(0) });
  const rest = Array.from({ length: count - 1 }, (_, i) => ({ ...first, ...named(i + 1), ...over(i + 1) }));
  await cloud.insert('units', rest as unknown as Doc[]);
  return [first, ...rest];
}

/** Published to all of them. */
export async function manyReceipts(
  notice: Notice,
  units: Unit[],
  over: (i: number) => Partial<Receipt> = () => ({}),
): Promise<Receipt[]> {
  const [unit] = units;
  if (!unit) return [];
  const first = await makeReceipt(notice, unit, over(0));
  const rest = units.slice(1).map((one, i) => ({
    ...first,
    _id: `${notice._id}_${one._id}`,
    unitId: one._id,
    unitName: one.name,
    region: one.region,
    place: `${one.regionKey}|${one.sortKey}`,
    ...over(i + 1),
  }));
  await cloud.insert('receipts', rest as unknown as Doc[]);
  return [first, ...rest];
}

/** `count` notices an hour apart, the newest first, each with a receipt of `unit`. */
export async function manyNotices(
  count: number,
  unit: Unit,
  over: (i: number) => Partial<Receipt> = () => ({}),
  name = 'notice',
): Promise<void> {
  const at = (i: number) => new Date(Date.parse(NOW) - i * 3_600_000);
  const keys = (i: number) => {
    const _id = `${name}-${String(i).padStart(5, '0')}`;
    return { _id, title: `第${i}号通知`, publishedAt: at(i), order: `${at(i).toISOString()}_${_id}` };
  };
  const notice = await makeNotice({ ...keys(0), counts: { total: 1, opened: 0, confirmed: 0 } });
  const receipt = await makeReceipt(notice, unit, over(0));
  const rest = Array.from({ length: count - 1 }, (_, i) => keys(i + 1));
  await cloud.insert('notices', rest.map((key) => ({ ...notice, ...key })) as unknown as Doc[]);
  await cloud.insert(
    'receipts',
    rest.map(({ _id, ...key }, i) => ({
      ...receipt,
      ...key,
      _id: `${_id}_${unit._id}`,
      noticeId: _id,
      ...over(i + 1),
    })) as unknown as Doc[],
  );
}

function named(i: number): Partial<Unit> {
  const n = String(i).padStart(4, '0');
  return { _id: `many-${n}`, name: `示例${n}号矿业有限责任公司`, sortKey: `shi li ${n} #many-${n}` };
}

/** Documents scanned by the last call of `action`. */
export async function scannedBy(action: string): Promise<number> {
  const last = (await cloud.invocations()).filter((invocation) => invocation.action === action).pop();
  return (last?.requests ?? []).reduce((sum, { scanned }) => sum + scanned, 0);
}

/** The notice's counters beside a count of its rows. */
export async function countersAndRows(noticeId: string) {
  const all = (await cloud.find('receipts', { noticeId })) as unknown as Receipt[];
  // Units that left (退会) stand in no number but their own and the total.
  const rows = all.filter(({ closed }) => closed !== 'left');
  const left = all.length - rows.length;
  const [notice] = (await cloud.find('notices', { _id: noticeId })) as unknown as Notice[];
  const inState = (...states: Receipt['state'][]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  const answered = inState('answered');
  const onBehalf = rows.filter((row) => {
    const last = row.answered ?? row.confirmed;
    return last && last.channel !== 'self';
  }).length;
  return {
    counts: notice?.counts,
    rows: {
      total: all.length,
      opened: rows.filter(({ state }) => state !== 'waiting').length,
      confirmed: inState('confirmed', 'answered'),
      ...(answered && { answered }),
      ...(onBehalf && { onBehalf }),
      ...(left && { left }),
    },
  };
}
