import { joins, type Join } from '../../stores/joins';
import type { Unit } from '../../stores/units';
import { joinIdsOf, personOf, type Person } from './person';

/** A unit with whoever is to be in the WeChat group, and the row that says the person is. */
export interface Standing<U> {
  unit: U;
  person: Person | null;
  /** Id a new mark gets; null: nobody is known there. */
  id: string | null;
  join: Join | null;
}

type Peopled = Pick<Unit, '_id' | 'seats' | 'contacts'>;

/** Two ids a unit at most, and a query takes 1,000. */
export const STANDING_MOST = 500;

/** How these units stand with the WeChat group; one request. A row in the state `out` counts as none, but is given. */
export async function standingOf<U extends Peopled>(groupId: string, units: U[]): Promise<Standing<U>[]> {
  const asked = units.map((unit) => {
    const person = personOf(unit);
    return { unit, person, ids: person ? joinIdsOf(groupId, unit._id, person) : [] };
  });
  const found = new Map((await joins.byIds(asked.flatMap(({ ids }) => ids))).map((join) => [join._id, join]));
  return asked.map(({ unit, person, ids }) => {
    const rows = ids.flatMap((id) => found.get(id) ?? []);
    return {
      unit,
      person,
      id: ids[0] ?? null,
      join: rows.find(({ state }) => state === 'in') ?? rows[0] ?? null,
    };
  });
}

export const isIn = ({ join }: Pick<Standing<unknown>, 'join'>): boolean => join?.state === 'in';
