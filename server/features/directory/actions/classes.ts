import type { Act } from '../../../kit/act';
import { units } from '../../../stores/units';

/** Each is one request, for it leaps over the units of the class before: at 20,000 units as quick as at 200. */
const MOST = 40;

export const classes: Act<'directory.classes'> = async (_ctx, { of }) => {
  const names: string[] = [];
  let found = await units.nextOfClass(of, null);
  while (found && names.length < MOST) {
    names.push(found[of]);
    found = await units.nextOfClass(of, found[of]);
  }
  return { names, more: found !== null };
};
