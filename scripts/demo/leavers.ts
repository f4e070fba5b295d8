import { shanghaiDay } from '@contract/rules/calendar';
import type { Filing } from '@server/stores/filings';
import type { Unit } from '@server/stores/units';
import { DAY } from './clock';
import type { Random } from './random';
import type { Liaison, Term } from './terms';

/** Units beside the members that left in the last year (退会). */
export const LEAVERS = 4;
const reasons = ['企业注销', '并入其他会员单位', '主营业务变更，申请退会', '迁往外省'];
export const ENDED = '退会';

/** Each had a liaison until the day it left. */
export function leaverTerms(
  units: Unit[],
  newLiaison: () => Liaison,
  start: Date,
  now: Date,
  random: Random,
): Term[] {
  return units.map((unit) => ({
    unit,
    liaison: newLiaison(),
    from: new Date(start.getTime() + random.int(5, 50) * DAY),
    to: new Date(now.getTime() - random.int(30, 330) * DAY),
  }));
}

/** What `unit.leave` leaves of a unit. */
export const gone = (unit: Unit, { to }: Term, i: number, by: string): Unit => {
  const at = to ?? unit.createdAt;
  return {
    ...unit,
    active: false,
    left: { at, on: shanghaiDay(at), reason: reasons[i % reasons.length] ?? '', by },
    leftSlot: unit._id,
    vacantSince: at,
    updatedAt: at,
  };
};

/** The record of a liaison whose unit left. */
export const endedByLeaving = (filing: Filing): Filing => ({
  ...filing,
  ended: ENDED,
  history: filing.history.map((entry) => (entry.event === 'close' ? { ...entry, note: ENDED } : entry)),
});
