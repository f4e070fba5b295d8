import { showTime } from '@contract/rules/calendar';

/** Times for readers, in Asia/Shanghai wherever the device is. */
export const showAt = (iso: string): string => showTime(new Date(iso), new Date());

const HOUR = 3_600_000;
const wall = (ms: number) => new Date(ms + 8 * HOUR).toISOString();

/** "09:12" of an instant in ms; with its day when that is not today, or what is a week old reads as today's. */
export const showClock = (ms: number, now: number = Date.now()): string =>
  wall(ms).slice(0, 10) === wall(now).slice(0, 10)
    ? wall(ms).slice(11, 16)
    : showTime(new Date(ms), new Date(now));
