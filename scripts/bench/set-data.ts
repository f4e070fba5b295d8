import { cloud, NOW } from '../../tests/support/cloud';
import { openLongest, walk } from '../../tests/weapp/support/walk';
import type { Row } from './row';

const KB = 1024;
const UNITS = 420;
export const SET_DATA_KB = 64;

/** Largest `setData` of the real bundle's pages on the path, in an association of 420 units. */
export async function setDataRows(): Promise<Row[]> {
  await cloud.reset();
  await cloud.clock.set(NOW);
  const { largest, errors } = await walk(UNITS);
  if (errors.length > 0) throw new Error(`the bundle failed on the way:\n${errors.join('\n')}`);
  await cloud.reset();
  await cloud.clock.set(NOW);
  const longest = await openLongest();
  const byPage = largest.map(({ route, bytes }) => ({
    name: `largest setData of ${route}`,
    value: bytes / KB,
    unit: 'KB',
    budget: SET_DATA_KB,
  }));
  const whole = {
    name: 'setData of a notice of 20,000 characters',
    value: longest / KB,
    unit: 'KB',
    budget: SET_DATA_KB,
  };
  return [...byPage, whole];
}
