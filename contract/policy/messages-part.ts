import { clock, part } from './part';

/** When people may be disturbed by a message; a notice marked urgent passes (D8). */
export const messages = part('消息要求', {
  /** From this time of day on nothing is sent; the same as `quietTo`: no quiet hours. */
  quietFrom: clock('免打扰开始时刻'),
  quietTo: clock('免打扰结束时刻'),
});
