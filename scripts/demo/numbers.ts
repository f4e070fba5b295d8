import { presets } from '@contract/policy/presets';
import { shanghaiYear } from '@contract/rules/calendar';
import { documentNumber } from '@contract/rules/number';
import type { Counter } from '@server/stores/counters';
import type { Notice } from '@server/stores/notices';
import type { Office } from '@server/stores/offices';
import { PRESET } from './filings';

/** Gives each formal document the next number of its host and year, as publishing does. */
export function numbersOf({ hosts }: Office) {
  const last = new Map<string, number>();
  return (hostId: string, publishedAt: Date): Required<Pick<Notice, 'number' | 'numberKey'>> => {
    const year = shanghaiYear(publishedAt);
    const n = (last.get(`${hostId}|${year}`) ?? 0) + 1;
    last.set(`${hostId}|${year}`, n);
    const short = hosts.find(({ id }) => id === hostId)?.short ?? '';
    const text = documentNumber(presets[PRESET], short, year, n);
    return { number: { year, n, text }, numberKey: `${hostId}|${year}|${String(n).padStart(6, '0')}` };
  };
}

/** The counters these notices left behind. */
export function numberCounters(notices: Notice[]): Counter[] {
  const counters = new Map<number, Counter>();
  for (const { hostId, number } of notices) {
    if (!number) continue;
    const counter = counters.get(number.year) ?? { _id: `notice_${number.year}`, last: {} };
    counter.last[hostId] = number.n;
    counters.set(number.year, counter);
  }
  return [...counters.values()];
}
