import { stillRuns } from '@server/stores/notice-rounds';
import type { Counts, Notice } from '@server/stores/notices';
import { newReceipt, type Pushed, type Receipt, type Stamp } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import { answersOf } from './answers';
import { awake, DAY, MINUTE } from './clock';
import { laddered } from './ladders';
import { Messages } from './messages';
import { recentKinds } from './notice-kinds';
import type { Random } from './random';
import type { Term } from './terms';

/** WeChat's word for somebody who no longer takes messages. */
const REFUSED = 43101;

/** Every unit's receipt of every notice, and the notices with counters that equal a recount. */
export function makeReceipts(
  notices: Notice[],
  units: Unit[],
  terms: Term[],
  now: Date,
  random: Random,
): { notices: Notice[]; receipts: Receipt[]; messages: Messages } {
  const receipts: Receipt[] = [];
  const byUnit = new Map<string, Term[]>();
  for (const term of terms) byUnit.set(term.unit._id, [...(byUnit.get(term.unit._id) ?? []), term]);
  const messages = new Messages(byUnit);
  const counted = notices.map((planned, i) => {
    const before = notices.length - recentKinds.length - i;
    // Those of these days were told by messages.
    const notice: Notice =
      planned.dueAt > now ? { ...planned, push: { state: 'done', cursor: null } } : planned;
    const share = recentKinds[-before]?.share ?? finishedShare(before, random);
    const made = receiptsOf(notice, audienceOf(notice, units), share, byUnit, now, random);
    // Those of these days, and the last finished one, which has come to the units' heads.
    messages.tell(notice, made);
    const lately = before <= 1 && !notice.withdrawn;
    const { notice: chased, rows } = lately ? laddered(notice, made, messages, now) : { notice, rows: made };
    receipts.push(...rows);
    const settled = rows.every(({ done }) => done);
    const running = !notice.withdrawn && stillRuns({ ...notice, settled }, now);
    return { ...chased, counts: recount(rows), settled, running };
  });
  return { notices: counted, receipts, messages };
}

export function recount(rows: Receipt[]): Counts {
  const answered = rows.filter(({ state }) => state === 'answered').length;
  return {
    total: rows.length,
    opened: rows.filter(({ state }) => state !== 'waiting').length,
    confirmed: rows.filter(({ state }) => state === 'confirmed').length + answered,
    ...(answered && { answered }),
  };
}

/** Most are complete in the end; the last finished one (`fromEnd` 1) is still being chased. */
function finishedShare(fromEnd: number, random: Random): number {
  if (fromEnd === 1) return 0.97;
  return random.chance(fromEnd <= 18 ? 0.93 : 0.7) ? 1 : 0.96 + random.next() * 0.035;
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
  const { asking, withdrawn, dueAt, publishedAt } = notice;
  const closed = withdrawn && ({ closed: 'withdrawn', done: true } as const);
  const rows = random.shuffle(units).map((unit): Receipt => {
    const bare = { ...newReceipt(notice, unit), ...closed };
    const confirmedAt = when(notice, now, random);
    const term = termAt(terms.get(unit._id) ?? [], notice.publishedAt);
    if (!term) return bare;
    const row = dueAt > now ? { ...bare, push: pushed(publishedAt, random) } : bare;
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
      const filled = answersOf(asking, `${row._id}_answer`, random);
      return {
        ...row,
        ...(filled && { ...filled, answered: stamp(last) }),
        state: filled ? 'answered' : 'confirmed',
        done: true,
        doneAt: last,
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

/** The message that told the unit: most arrive. */
const pushed = (publishedAt: Date, random: Random): Pushed => {
  const refused = random.chance(0.08);
  const at = new Date(publishedAt.getTime() + MINUTE);
  return { state: refused ? 'failed' : 'sent', code: refused ? REFUSED : null, at };
};

/** Half within the first day or so, the rest until the deadline, a few late. */
function when({ publishedAt, dueAt, withdrawn }: Notice, now: Date, random: Random): Date {
  const end = Math.min((withdrawn?.at ?? dueAt).getTime(), now.getTime());
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
