/** Statistics of receipts: months, shares and the words for them. */

/** Longest period counted at once, months. */
export const LONGEST_MONTHS = 24;

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const named = (n: number): string => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;

/** Months from `from` to `to`, both `YYYY-MM` and counted; below 1 when they are the wrong way round. */
export const monthsBetween = (from: string, to: string): number => number(to) - number(from) + 1;

/** `n` months later, or earlier. */
export const addMonths = (month: string, n: number): string => named(number(month) + n);

/** Every month of the period. */
export const monthsOf = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(monthsBetween(from, to), 0) }, (_, i) => addMonths(from, i));

/** The moment a month begins in Asia/Shanghai, as ISO text. */
export const monthStart = (month: string): string =>
  new Date(Date.parse(`${month}-01T00:00:00.000Z`) - 8 * 3600_000).toISOString();

/** Ways to look at them. */
export const groupings = { unit: '按单位', region: '按地区', month: '按月份' } as const;
export type Grouping = keyof typeof groupings;

/** The receipts behind each figure. */
export const figureWords = {
  missing: '未办',
  done: '已办',
  onTime: '按时办结',
  late: '逾期办结',
  overdue: '逾期未办',
  pending: '未到期',
  opened: '已打开',
  onBehalf: '代录',
  asked: '应办',
} as const;
export type FigureShow = keyof typeof figureWords;
export const figureShows = Object.keys(figureWords) as FigureShow[];

interface Counted {
  asked: number;
  opened: number;
  done: number;
  onTime: number;
  pending: number;
  onBehalf: number;
}

/** What the database counts of a group; `took`: milliseconds from publication until done, of all the done together. */
export interface Tally extends Counted {
  took: number;
}

const NONE: Tally = { asked: 0, opened: 0, done: 0, onTime: 0, pending: 0, onBehalf: 0, took: 0 };

/** Figures of groups, all together. `hours`: average until done, one decimal; null: none done. */
export function figuresOf(tallies: Tally[]): Counted & { hours: number | null } {
  const { took, ...counts } = tallies.reduce((one, other) => {
    const keys = Object.keys(NONE) as (keyof Tally)[];
    return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as unknown as Tally;
  }, NONE);
  return {
    ...counts,
    hours: counts.done === 0 ? null : Math.round((took / counts.done / 3600_000) * 10) / 10,
  };
}

/** 2026年11月 from `2026-11`. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** How many receipts are behind each figure. */
export const figureCounts = (f: Counted): Record<FigureShow, number> => ({
  asked: f.asked,
  missing: f.asked - f.done,
  done: f.done,
  onTime: f.onTime,
  late: f.done - f.onTime,
  overdue: f.asked - f.done - f.pending,
  pending: f.pending,
  opened: f.opened,
  onBehalf: f.onBehalf,
});

/** Tenths of a per cent, rounded down so that 100% is said of nothing less; null: nothing to divide by. */
const permille = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 1000) / whole);

/** `97.5%`, `100%`; — where there was nothing to do. */
export function percentText(part: number, whole: number): string {
  const share = permille(part, whole);
  return share === null ? '—' : `${share / 10}%`;
}

/** 办结率: done of what was asked. */
export const doneRate = (f: Counted): string => percentText(f.done, f.asked);

/** 按时率: done in time of what fell due or is done. */
export const onTimeRate = (f: Counted): string => percentText(f.onTime, f.asked - f.pending);

/** What the percentages are made of; shown where they are. */
export const FORMULAS = [
  '一件通知发给一家单位，算一份。',
  '办结率＝已办÷应办。',
  '按时率＝截止前办结÷（应办－未到期未办）。',
  '代录计入已办；已撤回、已更正的通知和“仅供了解”的通知不计入。',
  '月份按发文时间，地区按发文时单位所在地区。',
];

/** 平均用时, `3小时` or `2.5天`. */
export function hoursText(hours: number | null): string {
  if (hours === null) return '—';
  if (hours < 1) return '不到1小时';
  return hours < 48 ? `${Math.round(hours)}小时` : `${Math.round(hours / 2.4) / 10}天`;
}
