import type { Office } from '../../stores/offices';
import type { PaperHost } from './document/seals';

/** The hosts whose seals a paper needs: the unit's, each with the number it gave (one per host, in the office's order). */
export function hostsOf(office: Office | null, hostIds: string[], numbers: string[]): PaperHost[] {
  const all = office?.hosts ?? [];
  const own = all.filter(({ id }) => hostIds.includes(id));
  const hosts = own.length > 0 ? own : all;
  const paired = numbers.length === hosts.length;
  return hosts.map(({ name, short }, i) => ({
    name,
    short,
    number: (paired ? numbers[i] : numbers.find((number) => number.startsWith(short))) ?? '',
  }));
}
