import { shanghaiDay } from '@contract/rules/calendar';
import { ERASURE_WORKDAYS } from '@contract/privacy';
import { isWorkday } from '../../kit/calendar';

const DAY = 86_400_000;

/** Last day to decide a request sent at `at`, `YYYY-MM-DD` in Shanghai; the day itself does not count. */
export function dueOnOf(at: Date): string {
  let day = at.getTime();
  for (let left = ERASURE_WORKDAYS; left > 0;) {
    day += DAY;
    if (isWorkday(shanghaiDay(new Date(day)))) left -= 1;
  }
  return shanghaiDay(new Date(day));
}

/** The end of that day. */
export const dueAtOf = (dueOn: string): Date => new Date(Date.parse(`${dueOn}T16:00:00.000Z`));
