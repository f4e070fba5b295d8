import { shanghaiDay } from '@contract/rules/calendar';
import { isWorkday } from '@server/kit/calendar';
import type { Filing } from '@server/stores/filings';
import type { Office } from '@server/stores/offices';
import type { Unit } from '@server/stores/units';
import { at, DAY, workday } from './clock';
import { codeAt, counted, makeCodes } from './codes';
import { makeFiles } from './files';
import { approvedFilings, openFilings, PRESET } from './filings';
import { firstDay, makeNotices } from './notices';
import { makePeople, seatOf, staff } from './people';
import { random as seeded } from './random';
import { makeReceipts } from './receipts';
import type { DemoData } from './rows';
import { liaisons, makeTerms } from './terms';
import { makeUnits } from './units';

/** Days between the set-up of the office and its first notice. */
const SET_UP_DAYS = 60;
/** Newcomers with an open filing: three wait for review, one was sent back. */
const OPEN_FILINGS = 4;

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

  const bare = makeUnits(count, start, random);
  const newLiaison = liaisons(random);
  const { terms, vacant } = makeTerms(bare, newLiaison, start, now, isWorkday, random);
  const codes = makeCodes(vacant[OPEN_FILINGS] ?? null, start, now, staff[0]?.openid ?? '', random);

  const by = admin ?? '';
  const approved = approvedFilings(terms, (date) => codeAt(codes, date), office.hosts, by, random);
  const newcomers = vacant.slice(0, OPEN_FILINGS).map((unit, i) => ({
    unit,
    liaison: newLiaison(),
    submittedAt: at(workday(shanghaiDay(now), -1 - Math.floor(i / 2), isWorkday), 9 * 60 + 37 * (i + 1)),
    code: codes.open,
  }));
  const filings = [...approved.filings, ...openFilings(newcomers, approved.filings.length + 1, by, random)];

  const units = seated(bare, approved.filings, new Set(vacant.map(({ _id }) => _id)));
  const planned = makeNotices(office, units, [secretaryGeneral ?? '', editor ?? ''], now, isWorkday, random);
  const { notices, receipts } = makeReceipts(planned, units, terms, now, random);
  const { files, uploads } = makeFiles(staff[0]?.openid ?? '', start);
  return {
    rows: {
      offices: [office],
      people: makePeople(filings, units, start),
      units,
      codes: counted(codes, filings),
      uploads,
      filings,
      counters: approved.counters,
      notices,
      receipts,
      // What the recount would find is counted already.
      marks: [{ _id: 'recount', at: now }],
    },
    files,
  };
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
    if (!filing) return unit;
    const main = seatOf(filing);
    return { ...unit, seats: { main, deputy: null }, seated: true, updatedAt: main.since };
  });
}
