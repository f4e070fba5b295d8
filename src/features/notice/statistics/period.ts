import { shanghaiDay } from '@contract/rules/calendar';
import { addMonths, monthsOf, monthWords } from '@contract/rules/statistics';

export const periods = { recent: '近12个月', year: '本年', last: '上年', own: '自选' };
export type PeriodKey = keyof typeof periods;

export interface Period {
  from: string;
  to: string;
}

const thisMonth = (): string => shanghaiDay(new Date()).slice(0, 7);

/** The months of a choice, today's being the last. */
export function periodOf(key: Exclude<PeriodKey, 'own'>): Period {
  const to = thisMonth();
  const year = to.slice(0, 4);
  if (key === 'year') return { from: `${year}-01`, to };
  if (key === 'last') return { from: `${Number(year) - 1}-01`, to: `${Number(year) - 1}-12` };
  return { from: addMonths(to, -11), to };
}

export const periodWords = ({ from, to }: Period): string =>
  from === to ? monthWords(from) : `${monthWords(from)}至${monthWords(to)}`;

/** Months to choose from, the latest first. */
export function monthChoices(): Record<string, string> {
  const to = thisMonth();
  const months = monthsOf(addMonths(to, -35), to).reverse();
  return Object.fromEntries(months.map((month) => [month, monthWords(month)]));
}
