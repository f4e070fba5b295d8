import {
  doneRate,
  figureCounts,
  figuresOf,
  figureWords,
  FORMULAS,
  monthsOf,
  monthWords,
  onTimeRate,
  type FigureShow,
  type Tally,
} from '@contract/rules/statistics';
import { AppError } from '../../../kit/errors';
import { scopeOf } from '../../../kit/statistics-scope';
import type { Table } from '../../../office/workbook';
import { receiptFigures, type Scope, type UnitTally } from '../../../stores/receipt-figures';

/** Groups in one reply of the database, and pages of them: 20,000 units. */
const GROUPS = 1000;
const PAGES = 20;

const FIGURES: FigureShow[] = ['asked', 'opened', 'done', 'onTime', 'late', 'overdue', 'pending', 'onBehalf'];
const HEADERS = [...FIGURES.map((show) => figureWords[show]), '办结率', '按时率', '平均用时（小时）'];

interface Asked {
  from: string;
  to: string;
  hostId?: string | undefined;
  now: Date;
}

/** A sheet each by unit (least done first), by region and by month, with a sum. */
export async function statisticsTables(
  { from, to, hostId, now }: Asked,
  head: Pick<Table, 'title' | 'mark'>,
): Promise<{ tables: Table[]; units: number }> {
  const scope = await scopeOf({ from, to, hostId });
  const [units, regions, months] = await Promise.all([
    allUnits(scope, now),
    receiptFigures.by('region', scope, now, GROUPS),
    receiptFigures.by('month', scope, now, GROUPS),
  ]);
  if (units.length === 0) throw new AppError('missing', '这段时间没有要求办理的通知，请换一段时间再导出');
  const left = scope.except.length ? `本期有${scope.except.length}件通知已撤回或更正，未计入。` : '';
  const table = (sheet: string, first: string[], rows: (string | number)[][]): Table => ({
    ...head,
    sheet,
    note: `${FORMULAS.join('')}${left}`,
    headers: [...first, ...HEADERS],
    rows: [...rows, [...first.map((_word, i) => (i === 0 ? '合计' : '')), ...cells(units)]],
  });
  const month = (key: string) => cells(months.filter(({ _id }) => _id === key));
  return {
    units: units.length,
    tables: [
      table(
        '按单位',
        ['单位', '地区'],
        units.map((row) => [row.unitName, row.region, ...cells([row])]),
      ),
      table(
        '按地区',
        ['地区'],
        regions.map((row) => [row._id || '未填地区', ...cells([row])]),
      ),
      table(
        '按月份',
        ['月份'],
        monthsOf(from, to).map((key) => [monthWords(key), ...month(key)]),
      ),
    ],
  };
}

async function allUnits(scope: Scope, now: Date): Promise<UnitTally[]> {
  const all: UnitTally[] = [];
  for (let i = 0; i < PAGES; i += 1) {
    const more = await receiptFigures.byUnit(scope, now, all[all.length - 1] ?? null, GROUPS);
    all.push(...more);
    if (more.length < GROUPS) break;
  }
  return all;
}

function cells(tallies: Tally[]): (string | number)[] {
  const figures = figuresOf(tallies);
  const counts = figureCounts(figures);
  return [
    ...FIGURES.map((show) => counts[show]),
    doneRate(figures),
    onTimeRate(figures),
    figures.hours ?? '—',
  ];
}
