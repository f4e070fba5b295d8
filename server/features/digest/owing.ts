import { creditLeft } from '@contract/rules/outbox';
import type { Notice } from '../../stores/notices';
import { people } from '../../stores/people';
import { receiptFigures } from '../../stores/receipt-figures';
import { openidsOf, units, type Unit } from '../../stores/units';

/** Counted by one aggregation, more than which no reply of CloudBase was seen to hold. */
const COUNTED = 10_000;
/** Rows one reply of the database holds for certain. */
const READ = 1000;
/** Requests at once. */
const AT_ONCE = 4;

export interface Owing {
  unit: Pick<Unit, '_id' | 'name' | 'region' | 'regionPlace' | 'seats'>;
  /** Notices it owes. */
  n: number;
  /** A push can reach somebody who sits for it. */
  reached: boolean;
}

/** Members that owe something of these notices, all of them, those that owe most first; three requests a thousand. */
export async function owing(missing: Pick<Notice, '_id'>[]): Promise<Owing[]> {
  if (missing.length === 0) return [];
  const owe = await countedAll(missing.map(({ _id }) => _id));
  const found = await inThousands(
    owe.map(({ _id }) => _id),
    (some) => units.membersAmong(some),
  );
  const openids = [...new Set(found.flatMap(openidsOf))];
  const persons = await inThousands(openids, (some) => people.byIds(some));
  const reachable = new Set(
    persons.filter(({ credits }) => creditLeft(credits?.todo) > 0).map(({ _id }) => _id),
  );
  const members = new Map(found.map((unit) => [unit._id, unit]));
  return owe.flatMap(({ _id, n }) => {
    const unit = members.get(_id);
    return unit ? [{ unit, n, reached: openidsOf(unit).some((openid) => reachable.has(openid)) }] : [];
  });
}

async function countedAll(noticeIds: string[]): Promise<{ _id: string; n: number }[]> {
  const all: { _id: string; n: number }[] = [];
  for (;;) {
    const some = await receiptFigures.owing(noticeIds, all[all.length - 1], COUNTED);
    all.push(...some);
    // A reply may hold less than what was asked for, as a plain one does.
    if (some.length < READ) return all;
  }
}

async function inThousands<T>(ids: string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> {
  const parts: string[][] = [];
  for (let i = 0; i < ids.length; i += READ) parts.push(ids.slice(i, i + READ));
  const found: T[] = [];
  for (let i = 0; i < parts.length; i += AT_ONCE)
    found.push(...(await Promise.all(parts.slice(i, i + AT_ONCE).map(read))).flat());
  return found;
}
