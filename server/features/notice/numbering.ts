import { shanghaiYear } from '@contract/rules/calendar';
import { documentNumber } from '@contract/rules/number';
import { policyOf } from '../../kit/policy';
import { counters } from '../../stores/counters';
import type { Notice } from '../../stores/notices';
import type { Office } from '../../stores/offices';

/** Counter of a year's documents: numbers are counted per host and year (陕煤协会发〔2018〕25号). */
export const numbersOf = (year: number): string => `notice_${year}`;

/** Place of a document among those of its host and year, for listing them and the gaps between. */
export const numberKey = (hostId: string, year: number, n: number): string =>
  `${hostId}|${year}|${String(n).padStart(6, '0')}`;

/** Takes the next number of the host and year; a request that comes again is given the same. */
export async function numbered(
  office: Office,
  hostId: string,
  now: Date,
  requestId: string,
): Promise<Pick<Notice, 'number' | 'numberKey'>> {
  const year = shanghaiYear(now);
  const n = (await counters.take(numbersOf(year), [hostId], requestId))[hostId] ?? 0;
  const short = office.hosts.find(({ id }) => id === hostId)?.short ?? '';
  const text = documentNumber(policyOf(office), short, year, n);
  return { number: { year, n, text }, numberKey: numberKey(hostId, year, n) };
}
