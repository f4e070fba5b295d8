import * as v from 'valibot';
import { part } from './part';

const clock = (label: string) =>
  v.pipe(v.string(`请填写${label}`), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, `${label}应为时刻，如21:00`));

/** When people may be disturbed by a message; a notice marked urgent passes (D8). */
export const messages = part('消息要求', {
  /** From this time of day on nothing is sent; the same as `quietTo`: no quiet hours. */
  quietFrom: clock('免打扰开始时刻'),
  quietTo: clock('免打扰结束时刻'),
});
