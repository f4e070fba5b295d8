import { creditLeft } from '@contract/rules/outbox';
import type { Notice } from '../../stores/notices';
import { people } from '../../stores/people';
import { receiptFigures } from '../../stores/receipt-figures';
import { openidsOf, units, type Unit } from '../../stores/units';

/** Units looked at, those that owe most first: one reply of the database. */
const UNITS = 1000;

export interface Owing {
  unit: Pick<Unit, '_id' | 'name' | 'region' | 'regionPlace' | 'seats'>;
  /** Notices it owes. */
  n: number;
  /** A push can reach somebody who sits for it. */
  reached: boolean;
}

/** Members that owe something of these notices, those that owe most first; three requests. */
export async function owing(missing: Pick<Notice, '_id'>[]): Promise<Owing[]> {
  if (missing.length === 0) return [];
  const owe = await receiptFigures.owing(
    missing.map(({ _id }) => _id),
    UNITS,
  );
  if (owe.length === 0) return [];
  const found = await units.membersAmong(owe.map(({ _id }) => _id));
  const openids = [...new Set(found.flatMap(openidsOf))];
  const persons = openids.length ? await people.byIds(openids.slice(0, 1000)) : [];
  const reachable = new Set(
    persons.filter(({ credits }) => creditLeft(credits?.todo) > 0).map(({ _id }) => _id),
  );
  const members = new Map(found.map((unit) => [unit._id, unit]));
  return owe.flatMap(({ _id, n }) => {
    const unit = members.get(_id);
    return unit ? [{ unit, n, reached: openidsOf(unit).some((openid) => reachable.has(openid)) }] : [];
  });
}
