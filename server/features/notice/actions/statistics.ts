import type { Output } from '@contract/index';
import { figuresOf, monthsOf, monthWords, type Tally } from '@contract/rules/statistics';
import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { receiptFigures, type Scope, type UnitTally } from '../../../stores/receipt-figures';
import { units } from '../../../stores/units';
import { scopeOf } from '../../../kit/statistics-scope';

type Counted = Pick<Output<'notice.statistics'>, 'total' | 'rows' | 'next'>;

const PAGE = 50;
/** Units, regions or months counted in one request: the platform's reply holds 1 MB. */
const GROUPS = 1000;

/** Counted by the database from the rows themselves; four requests at most. */
export const statistics: Act<'notice.statistics'> = async ({ now }, { from, to, hostId, by, cursor }) => {
  const scope = await scopeOf({ from, to, hostId });
  const counted = {
    unit: () => byUnit(scope, now, cursor),
    region: () => byRegion(scope, now),
    month: () => byMonth(scope, now, monthsOf(from, to)),
  };
  return { excluded: scope.except.length, ...(await counted[by]()) };
};

async function byUnit(scope: Scope, now: Date, cursor: string | undefined): Promise<Counted> {
  const found = await receiptFigures.byUnit(scope, now, seenIn(cursor), GROUPS);
  const { rows, next } = page(found, PAGE, ({ rate, place }) => `${rate}|${place}`);
  const [named, total] = await Promise.all([
    units.byIds(rows.map(({ _id }) => _id)),
    cursor ? null : totalOf(found, scope, now),
  ]);
  const names = new Map(named.map(({ _id, name }) => [_id, name]));
  return {
    total,
    rows: rows.map((row) => presentRow(row, names.get(row._id) ?? row.unitName)),
    next,
  };
}

const totalOf = async (found: Tally[], scope: Scope, now: Date) => {
  if (found.length < GROUPS) return figuresOf(found);
  const total = await receiptFigures.total(scope, now);
  return figuresOf(total ? [total] : []);
};

/** The unit last seen: its share and its place. */
function seenIn(cursor: string | undefined): Pick<UnitTally, 'rate' | 'place'> | null {
  const [, rate, place] = /^([\d.e-]+)\|(.*)$/.exec(cursor ?? '') ?? [];
  return rate === undefined || place === undefined ? null : { rate: Number(rate), place };
}

async function byRegion(scope: Scope, now: Date): Promise<Counted> {
  const found = await receiptFigures.by('region', scope, now, GROUPS);
  const share = ({ done, asked }: Tally) => done / asked;
  const rows = [...found].sort((a, b) => share(a) - share(b)).map((row) => presentRow(row, row._id));
  return { total: figuresOf(found), rows, next: null };
}

/** Every month of the period, also one without notices. */
async function byMonth(scope: Scope, now: Date, months: string[]): Promise<Counted> {
  const found = await receiptFigures.by('month', scope, now, GROUPS);
  const rows = months.map((key) => ({
    key,
    label: monthWords(key),
    figures: figuresOf(found.filter(({ _id }) => _id === key)),
  }));
  return { total: figuresOf(found), rows, next: null };
}

const presentRow = (row: Tally & { _id: string }, label: string) => ({
  key: row._id,
  label,
  figures: figuresOf([row]),
});
