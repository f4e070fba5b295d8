import type { Unit } from '@server/stores/units';
import type { IsWorkday } from '@contract/rules/calendar';
import { shanghaiDay } from '@contract/rules/calendar';
import { addDays, at, workday } from './clock';
import { makeName } from './form';
import { staff } from './people';
import type { Random } from './random';
import { demoOpenid } from './rows';

/** One invented person; `n` gives the openid and the telephone number. */
export interface Liaison {
  n: number;
  openid: string;
  name: string;
}

/** A liaison's time on one unit's main seat; `to` null: still there. */
export interface Term {
  unit: Unit;
  liaison: Liaison;
  from: Date;
  to: Date | null;
}

/** Positions in the list of units where the demo's actors sit: these keep their liaison. */
export const TWO_UNITS: [number, number] = [4, 5];
export const ALSO_STAFF = 9;

/** Who sat where and when: nearly all from the start, 8 % changed once, 9.5 % left in the last days. */
export function makeTerms(
  units: Unit[],
  newLiaison: () => Liaison,
  start: Date,
  now: Date,
  isWorkday: IsWorkday,
  random: Random,
): { terms: Term[]; vacant: Unit[] } {
  const movable = random.shuffle(units.filter((_unit, i) => ![...TWO_UNITS, ALSO_STAFF].includes(i)));
  const left = Math.max(6, Math.round(units.length * (40 / 420)));
  const vacant = movable.slice(0, left);
  const changed = movable.slice(left, left + Math.round(units.length * 0.08));
  /** In office hours of the last working day before `days` after `date`. */
  const inOffice = (date: Date, days: number) =>
    at(workday(addDays(shanghaiDay(date), days), -1, isWorkday), random.int(9 * 60, 17 * 60));

  const first = units.map((unit): Term => {
    const from = inOffice(start, random.int(5, 50));
    const to = vacant.includes(unit)
      ? inOffice(now, -(vacant.indexOf(unit) % 5 === 4 ? random.int(35, 80) : random.int(1, 11)))
      : changed.includes(unit)
        ? inOffice(now, -random.int(20, 280))
        : null;
    return { unit, liaison: newLiaison(), from, to };
  });
  const next = first
    .filter(({ unit }) => changed.includes(unit))
    .map(({ unit, to }): Term => ({ unit, liaison: newLiaison(), from: to ?? now, to: null }));
  return {
    terms: [...first.map((term, i) => ({ ...term, liaison: actorAt(i, first) ?? term.liaison })), ...next],
    vacant,
  };
}

/** One person is the liaison of two units; the editor is a liaison, too. */
function actorAt(i: number, terms: Term[]): Liaison | null {
  if (i === TWO_UNITS[1]) return terms[TWO_UNITS[0]]?.liaison ?? null;
  const editor = staff.find(({ role }) => role === 'editor');
  const own = terms[i]?.liaison;
  return i === ALSO_STAFF && editor && own ? { n: own.n, openid: editor.openid, name: editor.name } : null;
}

/** Invented people, one after the other. */
export function liaisons(random: Random): () => Liaison {
  const taken = new Set(staff.map(({ name }) => name));
  let n = 0;
  return () => {
    n += 1;
    return { n, openid: demoOpenid('Liaison', n), name: makeName(taken, random) };
  };
}
