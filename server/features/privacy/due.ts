import { shanghaiDay } from '@contract/rules/calendar';
import { usualPrivacy } from '@contract/policy/privacy-part';
import { isWorkday } from '../../kit/calendar';
import { policyOf } from '../../kit/policy';
import type { Office } from '../../stores/offices';

const DAY = 86_400_000;

/** Working days the rulebook gives to decide; the usual ones while none is picked: a person may ask at any time. */
export const workdaysOf = (office: Office | null): number =>
  (office?.preset ? policyOf(office).privacy : usualPrivacy).erasureWorkdays;

/** Last day to decide a request sent at `at`, `YYYY-MM-DD` in Shanghai; the day itself does not count. */
export function dueOnOf(at: Date, workdays: number): string {
  let day = at.getTime();
  for (let left = workdays; left > 0;) {
    day += DAY;
    if (isWorkday(shanghaiDay(new Date(day)))) left -= 1;
  }
  return shanghaiDay(new Date(day));
}

/** The end of that day. */
export const dueAtOf = (dueOn: string): Date => new Date(Date.parse(`${dueOn}T16:00:00.000Z`));
