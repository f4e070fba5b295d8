import { showTime } from '@contract/rules/calendar';

/** Times for readers, in Asia/Shanghai wherever the device is. */
export const showAt = (iso: string): string => showTime(new Date(iso), new Date());

/** Clock time alone, "09:12", of an instant in ms. */
export const showClock = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
