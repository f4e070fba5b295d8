import type { Counts, Notice } from '@server/stores/notices';
import { newReceipt, type Receipt, type Stamp } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import { awake, DAY, MINUTE } from './clock';
import type { Random } from './random';
import type { Term } from './terms';

/** Share of units that confirmed the two notices that still run. */
export const RUNNING_SHARES: [number, number] = [0.74, 0.35];

/** Every unit's receipt of every notice, and the notices with counters that equal a recount. */
export function makeReceipts(
  notices: Notice[],
  units: Unit[],
  terms: Term[],
  now: Date,
  random: Random,
): { notices: Notice[]; receipts: Receipt[] } {
  const receipts: Receipt[] = [];
  const byUnit = new Map<string, Term[]>();
  for (const term of terms) byUnit.set(term.unit._id, [...(byUnit.get(term.unit._id) ?? []), term]);
  const counted = notices.map((notice, i) => {
    const fromEnd = notices.length - i;
    const share = fromEnd <= 2 ? (RUNNING_SHARES[2 - fromEnd] ?? 1) : finishedShare(fromEnd, random);
    const rows = receiptsOf(notice, audienceOf(notice, units), share, byUnit, now, random);
    receipts.push(...rows);
    return { ...notice, counts: recount(rows) };
  });
  return { notices: counted, receipts };
}

export const recount = (rows: Receipt[]): Counts => ({
  total: rows.length,
  opened: rows.filter(({ state }) => state !== 'waiting').length,
  confirmed: rows.filter(({ state }) => state === 'confirmed').length,
});

/** Most are complete in the end; the last finished one is still being chased. */
function finishedShare(fromEnd: number, random: Random): number {
  if (fromEnd === 3) return 0.97;
  return random.chance(fromEnd <= 20 ? 0.93 : 0.7) ? 1 : 0.96 + random.next() * 0.035;
}

function audienceOf({ audience }: Notice, units: Unit[]): Unit[] {
  if (audience.kind === 'all') return units;
  const chosen = new Set(audience.unitIds);
  return units.filter(({ _id }) => chosen.has(_id));
}

/** Just `share` of the units confirm, as far as they have somebody who can. */
function receiptsOf(
  notice: Notice,
  units: Unit[],
  share: number,
  terms: Map<string, Term[]>,
  now: Date,
  random: Random,
): Receipt[] {
  let left = Math.round(units.length * share);
  const rows = random.shuffle(units).map((unit): Receipt => {
    const row = newReceipt(notice, unit);
    const confirmedAt = when(notice, now, random);
    const term = termAt(terms.get(unit._id) ?? [], notice.publishedAt);
    if (!term) return row;
    const stamp = (date: Date): Stamp => ({
      at: date,
      openid: term.liaison.openid,
      name: term.liaison.name,
      channel: 'self',
    });
    const last =
      term.to && term.to < confirmedAt
        ? later(notice.publishedAt, new Date(term.to.getTime() - MINUTE))
        : confirmedAt;
    const openedAt = before(last, notice.publishedAt, random);
    if (left > 0) {
      left -= 1;
      return {
        ...row,
        state: 'confirmed',
        done: true,
        opened: stamp(openedAt),
        confirmed: stamp(last),
        changedAt: last,
      };
    }
    return random.chance(0.5)
      ? { ...row, state: 'opened', opened: stamp(openedAt), changedAt: openedAt }
      : row;
  });
  return rows.sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** Half within the first day or so, the rest until the deadline, a few late. */
function when({ publishedAt, dueAt }: Notice, now: Date, random: Random): Date {
  const end = Math.min(dueAt.getTime(), now.getTime());
  const spread = (end - publishedAt.getTime()) * random.next() ** 2.2;
  const late = dueAt < now && random.chance(0.03) ? random.next() * 5 * DAY : 0;
  const date = new Date(
    Math.round(Math.min(publishedAt.getTime() + spread + late + MINUTE, now.getTime() - MINUTE)),
  );
  const day = awake(date);
  return day < now ? day : date;
}

/** Opened mostly minutes before, sometimes much earlier, never before publication. */
function before(date: Date, publishedAt: Date, random: Random): Date {
  const room = date.getTime() - publishedAt.getTime();
  const ago = random.chance(0.8) ? Math.min(room, random.int(8, 600) * 1000) : room * random.next() * 0.9;
  return new Date(Math.round(date.getTime() - ago));
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);

const termAt = (terms: Term[], date: Date): Term | undefined =>
  terms.find(({ from, to }) => from <= date && (to === null || date < to));
