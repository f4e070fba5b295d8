import { presets } from '@contract/policy/presets';
import { shanghaiDay, type IsWorkday } from '@contract/rules/calendar';
import { lastCheckDay } from '@contract/rules/check';
import { isWorkday } from '@server/kit/calendar';
import { searchFields } from '@server/kit/search';
import type { Filing } from '@server/stores/filings';
import type { Office } from '@server/stores/offices';
import type { Unit } from '@server/stores/units';
import { at, DAY, workday } from './clock';
import { codeAt, counted, makeCodes } from './codes';
import { makeFiles } from './files';
import { approvedFilings, openFilings, PRESET } from './filings';
import { makeAudits } from './audits';
import { endedByLeaving, gone, LEAVERS, leaverTerms } from './leavers';
import { fromRoster, makeAttachments, withFiles } from './member-files';
import { makeGroups } from './groups';
import { firstDay, makeNotices } from './notices';
import { numberCounters } from './numbers';
import { makePeople, seatOf, staff } from './people';
import { random as seeded, type Random } from './random';
import { makeReceipts } from './receipts';
import type { DemoData } from './rows';
import { liaisons, makeTerms } from './terms';
import { makeUnits } from './units';

/** Days between the set-up of the office and its first notice. */
const SET_UP_DAYS = 60;
/** Newcomers with an open filing: three wait for review, one was sent back. */
const OPEN_FILINGS = 4;
/** Notices whose confirmations are in the timelines. */
const CONFIRMED_LATELY = 6;

/**
 * One invented association with two years of work. Pure: the same arguments give the same rows. At least 20 units.
 * Names, numbers and addresses belong to nobody; telephone numbers are all 199 0000 xxxx.
 */
export function generate({ units: count, seed, now }: { units: number; seed: number; now: Date }): DemoData {
  if (count < 20) throw new Error('the demo needs at least 20 units');
  const random = seeded(seed);
  const start = new Date(at(firstDay(now), 10 * 60).getTime() - SET_UP_DAYS * DAY);
  const office = makeOffice(start);
  const [admin, secretaryGeneral, editor] = staff.map(({ name }) => name);

  const all = withFiles(makeUnits(count + LEAVERS, start, random), start, seeded(seed + 1));
  const [bare, leaving] = [all.slice(0, count), all.slice(count)];
  const newLiaison = liaisons(random);
  const { terms, vacant } = makeTerms(bare, newLiaison, start, now, isWorkday, random);
  const ended = leaverTerms(leaving, newLiaison, start, now, random);
  const codes = makeCodes(vacant[OPEN_FILINGS] ?? null, start, now, staff[0]?.openid ?? '', random);

  const by = admin ?? '';
  const approved = approvedFilings(
    [...terms, ...ended],
    (date) => codeAt(codes, date),
    office.hosts,
    by,
    random,
  );
  const newcomers = vacant.slice(0, OPEN_FILINGS).map((unit, i) => ({
    unit,
    liaison: newLiaison(),
    submittedAt: at(workday(shanghaiDay(now), -1 - Math.floor(i / 2), isWorkday), 9 * 60 + 37 * (i + 1)),
    code: codes.open,
  }));
  const gones = new Set(leaving.map(({ _id }) => _id));
  const decided = approved.filings.map((one) => (gones.has(one.unitId) ? endedByLeaving(one) : one));
  const checked = decided.map((one, i) => checkedLately(one, i, now, isWorkday));
  const filings = [...checked, ...openFilings(newcomers, approved.filings.length + 1, by, random)];

  const units = named(seated(bare, decided, new Set(vacant.map(({ _id }) => _id))), vacant, seeded(seed + 2));
  const left = ended.map((term, i) => gone(term.unit, term, i, by));
  const attachments = makeAttachments(units, by);
  const planned = makeNotices(office, units, [secretaryGeneral ?? '', editor ?? ''], now, isWorkday, random);
  const { notices, receipts, messages } = makeReceipts(planned, units, terms, now, random);
  const { files, uploads } = makeFiles(staff[0]?.openid ?? '', start);
  const lately = new Set(notices.slice(-CONFIRMED_LATELY).map(({ _id }) => _id));
  const done = {
    units: [...units, ...left],
    codes: counted(codes, filings),
    filings,
    attachments,
    receipts: receipts.filter(({ noticeId }) => lately.has(noticeId)),
  };
  return {
    rows: {
      offices: [office],
      people: messages.spend(makePeople(filings, units, start)),
      units: done.units,
      codes: done.codes,
      attachments,
      audits: makeAudits(done, staff[0]?.openid ?? ''),
      uploads,
      filings,
      counters: [...approved.counters, ...numberCounters(notices)],
      notices,
      receipts,
      outbox: messages.rows,
      ...makeGroups(units, by, start, seeded(seed + 3)),
      // What the recount would find is counted already.
      marks: [{ _id: 'recount', at: now }],
    },
    files,
  };
}

/** Three of four said 无变更 within three weeks of the latest check day; the rest is still to be asked. */
function checkedLately(filing: Filing, i: number, now: Date, isWorkday: IsWorkday): Filing {
  const due = lastCheckDay(shanghaiDay(now), presets[PRESET].records.checkMonths);
  if (!filing.inForce || !due || i % 4 === 0) return filing;
  const verifiedAt = at(workday(due, i % 15, isWorkday), 9 * 60 + (i % 400));
  if (verifiedAt > now || (filing.since && verifiedAt < filing.since)) return filing;
  const verified = Object.fromEntries(Object.keys(filing.verified).map((key) => [key, verifiedAt]));
  const entry = { at: verifiedAt, event: 'record-check', by: filing.form.name ?? '', note: '' };
  return { ...filing, verified, verifiedAt, history: [...filing.history, entry] };
}

const makeOffice = (createdAt: Date): Office => ({
  _id: 'office',
  name: '示例省煤炭工业协会',
  preset: PRESET,
  hosts: [
    { id: 'association', name: '示例省煤炭工业协会', short: '协会', accent: '#1F5FBF' },
    { id: 'society', name: '示例省煤炭学会', short: '学会', accent: '#0B6E5F' },
  ],
  createdAt,
});

/** The unit's newest approved filing is its seat, unless its liaison left. */
function seated(units: Unit[], approved: Filing[], vacant: Set<string>): Unit[] {
  const newest = new Map(approved.map((filing) => [filing.unitId, filing]));
  return units.map((unit) => {
    const filing = vacant.has(unit._id) ? undefined : newest.get(unit._id);
    if (!filing) return { ...unit, vacantSince: newest.get(unit._id)?.until ?? unit.createdAt };
    const main = seatOf(filing);
    const seats = { main, deputy: null };
    const found = searchFields({ ...unit, seats }, unit._id);
    return { ...unit, ...found, seats, seated: true, vacantSince: null, updatedAt: main.since };
  });
}

/** Every third unit without liaison has a name in the old roster, those with a newcomer at the door have none. */
function named(units: Unit[], vacant: Unit[], random: Random): Unit[] {
  const ids = vacant
    .slice(OPEN_FILINGS)
    .filter((_unit, i) => i % 3 === 0)
    .map(({ _id }) => _id);
  return units.map((unit) =>
    ids.includes(unit._id) ? fromRoster(unit, ids.indexOf(unit._id), random) : unit,
  );
}
