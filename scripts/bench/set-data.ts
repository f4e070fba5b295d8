import type { LocalCloud } from '../../local-cloud';
import type { Row } from './row';

const KB = 1024;
const UNITS = 420;
export const SET_DATA_KB = 64;

/** Largest `setData` of the real bundle's pages on the path, in an association of 420 units. */
export async function setDataRows(cloud: LocalCloud): Promise<Row[]> {
  const [{ walk }, { NOW }] = await Promise.all([
    import('../../tests/weapp/support/walk'),
    import('../../tests/support/cloud'),
  ]);
  await cloud.reset();
  await cloud.clock.set(NOW);
  const { largest, errors } = await walk(UNITS);
  if (errors.length > 0) throw new Error(`the bundle failed on the way:\n${errors.join('\n')}`);
  const top = largest.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  return [{ name: `largest setData on the path (${top.route})`, value: top.bytes / KB, unit: 'KB', budget: SET_DATA_KB }];
}
