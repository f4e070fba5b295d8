import { shanghaiYear } from '@contract/rules/calendar';
import { policyOf } from '../../kit/policy';
import { counters } from '../../stores/counters';
import { filings, type Filing } from '../../stores/filings';
import type { Office } from '../../stores/offices';
import type { Paper } from '../../stores/papers';
import { units } from '../../stores/units';
import { announcementPaper } from './document/announcement';

/** 发文公布: numbering, and the list as it stands. */

type Row = Pick<Filing, '_id' | 'unitId' | 'unitName' | 'form' | 'numbers'>;

const AT_ONCE = 1000;
const NAMES_AT_ONCE = 200;

export const defaultTitle = (office: Office | null): string =>
  `关于公布会员单位${policyOf(office).seats.names.main}名单的通知`;

/** 协会发〔2026〕1号: the first host's own count in the year. */
export const numberOf = (short: string, year: number, n: number): string => `${short}发〔${year}〕${n}号`;

const counterId = (year: number): string => `announcement_${year}`;

export async function nextNumber(office: Office | null, hostId: string, now: Date): Promise<string> {
  const year = shanghaiYear(now);
  const last = await counters.last(counterId(year), hostId);
  return numberOf(shortOf(office, hostId), year, last + 1);
}

/** A number once taken is not given again, even when the document is not finished. */
export async function takeNumber(office: Office | null, hostId: string, now: Date): Promise<string> {
  const year = shanghaiYear(now);
  const taken = await counters.take(counterId(year), [hostId]);
  return numberOf(shortOf(office, hostId), year, taken[hostId] ?? 1);
}

const shortOf = (office: Office | null, hostId: string): string =>
  office?.hosts.find(({ id }) => id === hostId)?.short ?? '';

export async function everybodyOn(listId: string): Promise<Row[]> {
  const all: Row[] = [];
  for (let after: string | undefined; ;) {
    const rows = await filings.announcedIn(listId, after, AT_ONCE);
    all.push(...rows);
    if (rows.length < AT_ONCE) return all;
    after = rows[rows.length - 1]?.order;
  }
}

/** Under the unit's name of today, in pinyin order. */
export async function inOrder(rows: Row[]) {
  const ids = [...new Set(rows.map(({ unitId }) => unitId))];
  const known = new Map<string, { name: string; sortKey: string }>();
  for (let i = 0; i < ids.length; i += NAMES_AT_ONCE)
    for (const unit of await units.byIds(ids.slice(i, i + NAMES_AT_ONCE))) known.set(unit._id, unit);
  return rows
    .map(({ _id, unitId, unitName, form, numbers }) => ({
      filingId: _id,
      unitName: known.get(unitId)?.name ?? unitName,
      sortKey: known.get(unitId)?.sortKey ?? '',
      name: form.name ?? '',
      position: form.position ?? '',
      numbers,
    }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0))
    .map(({ filingId, unitName, name, position, numbers }) => ({
      filingId,
      unitName,
      name,
      position,
      numbers,
    }));
}

export async function documentOf(
  office: Office | null,
  list: NonNullable<Paper['announcement']>,
  rows: Row[],
  at: Date,
): Promise<Buffer> {
  const policy = policyOf(office);
  return announcementPaper({
    hosts: (office?.hosts ?? []).filter(({ id }) => list.hostIds.includes(id)),
    title: list.title,
    number: list.number,
    policyName: policy.name,
    seatName: policy.seats.names.main,
    rows: await inOrder(rows),
    at,
  });
}
