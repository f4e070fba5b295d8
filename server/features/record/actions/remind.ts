import { fitSlots, type Slots } from '@contract/messages';
import { shanghaiDay, shanghaiYear, showTime } from '@contract/rules/calendar';
import { startOfDay } from '@contract/rules/check';
import { creditLeft, outsideQuiet } from '@contract/rules/outbox';
import type { Act } from '../../../kit/act';
import { checkDue } from '../../../kit/check-due';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { policyOf, quietOf } from '../../../kit/policy';
import { corrections } from '../../../stores/corrections';
import { filings, type Filing } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { nagId, newMessage, outbox, type OutboxRow } from '../../../stores/outbox';
import { people } from '../../../stores/people';
import { seatsOf, units } from '../../../stores/units';
import { cursorOf, placeOf } from '../place';
import { CHECK } from '../verified';

/** Records looked at in one call, and messages in one write. */
const RECORDS = 500;
const BATCH = 100;
const PAGE = 'features/record/mine/index';

/**
 * Reminds whoever's check is due (待核对), the longest unverified first; whose changes are under review waits for the
 * secretariat and is left alone. One nag a unit and day over all matters: the ledger is the one of notices
 * (stores/outbox.ts), the holder of the main seat comes first.
 */
export const remind: Act<'record.remind'> = async (ctx, { cursor }) => {
  const office = await offices.get();
  const check = checkDue(policyOf(office), ctx.now);
  if (!check) throw new AppError('closed', '制度没有规定核对月份，没有要提醒的');
  const read = await filings.stale(check.from, placeOf(cursor), RECORDS + 1);
  const { rows: due, next } = page(read, RECORDS, cursorOf);
  const at = outsideQuiet(ctx.now, quietOf(office));
  const { rows, push, already, unreachable } = await remindersFor(due, at);
  const mine = rows.map((row) => ({ ...row, requestId: ctx.requestId }));
  for (let i = 0; i < mine.length; i += BATCH) await outbox.nag(mine.slice(i, i + BATCH));
  ctx.record({ collection: 'filings', subjectId: `check_${check.day}` });
  // Sent twice, the first answer holds: what this request queued is not "already".
  const again = already.length ? await outbox.countBy(ctx.requestId, already) : 0;
  return { queued: push + again, already: already.length - again, unreachable, next };
};

async function remindersFor(due: Filing[], at: Date) {
  if (due.length === 0) return { rows: [], push: 0, already: [], unreachable: 0 };
  const day = shanghaiDay(at);
  const ids = [...new Set(due.map(({ unitId }) => unitId))];
  const [open, persons, today, nagged] = await Promise.all([
    corrections.openOfAll(due.map(({ _id }) => _id)),
    people.byIds([...new Set(due.map(({ openid }) => openid))]),
    units.membersAmong(ids),
    outbox.nagged(day, ids),
  ]);
  const waits = new Set(open.map(({ filingId }) => filingId));
  const owing = new Set(due.filter(({ _id }) => !waits.has(_id)).map(({ _id }) => _id));
  const reachable = new Set(
    persons.filter(({ credits }) => creditLeft(credits?.todo) > 0).map(({ _id }) => _id),
  );
  const sent = new Set(nagged);
  const asked = today.map((unit) => ({
    unit,
    seats: seatsOf(unit).filter(({ filingId }) => owing.has(filingId)),
  }));
  const rows: OutboxRow[] = [];
  const already: string[] = [];
  let unreachable = 0;
  for (const { unit, seats } of asked) {
    const seat = seats.find(({ openid }) => reachable.has(openid));
    if (seats.length === 0) continue;
    if (sent.has(unit._id)) already.push(unit._id);
    else if (seat) rows.push(nag(unit, seat.openid, day, at));
    else unreachable += 1;
  }
  return { rows, push: rows.length, already, unreachable };
}

function nag({ _id, name }: { _id: string; name: string }, openid: string, day: string, at: Date): OutboxRow {
  const end = endOfMonth(day);
  const data: Slots<'todo'> = {
    thing1: '核对您的登记资料',
    thing2: name,
    time3: `${shanghaiYear(end)}年${showTime(end, end)}`,
    thing4: '看一遍，没有变化点“无变更”即可',
  };
  return newMessage({
    _id: nagId(day, _id),
    message: 'todo',
    openid,
    unitId: _id,
    subjectId: CHECK,
    page: PAGE,
    data: fitSlots(data),
    notBefore: at,
  });
}

/** The rulebooks name the month of a check and no day; so it is the last minute of the month of the reminder. */
function endOfMonth(day: string): Date {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return new Date(startOfDay(first).getTime() - 60_000);
}
