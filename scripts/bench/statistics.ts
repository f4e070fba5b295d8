import { cloud, makeStaff, requestsOf } from '../../tests/support';
import { published } from '../../tests/server/notice/figured';
import { manyUnits } from '../../tests/server/notice/many';
import type { Row } from './row';

const UNITS = 420;
const NOTICES = 100;

/** A year's statistics: 420 units × 100 notices. */
export async function statisticsRows(): Promise<Row[]> {
  await cloud.reset();
  const staff = await makeStaff();
  const units = await manyUnits(UNITS, (i) => ({ region: `示例${i % 11}市` }));
  const [first] = units;
  for (let n = 0; n < NOTICES; n += 1)
    await published(new Date(Date.UTC(2025, 11, 1) + n * 84 * 3600_000).toISOString(), units, (i) => ({
      doneAfterHours: (i * 7 + n) % 20 === 0 ? null : (i * 13 + n * 7) % 100,
    }));
  const rows: Row[] = [];
  const take = async (name: string, action: string, ask: () => Promise<unknown>, most: number) => {
    const began = Date.now();
    await ask();
    const ms = Date.now() - began;
    rows.push(
      { name: `${name}: database requests`, value: (await requestsOf(action)).length, budget: most },
      { name, value: ms, budget: 10_000, unit: 'ms' },
    );
  };
  const year = { from: '2025-12', to: '2026-11' };
  for (const by of ['unit', 'region', 'month'] as const)
    await take(
      `statistics by ${by}, ${UNITS} units × ${NOTICES} notices`,
      'notice.statistics',
      () => staff.ask('notice.statistics', { ...year, by }),
      4,
    );
  await take(
    'the receipts behind it',
    'notice.receiptsOf',
    () => staff.ask('notice.receiptsOf', { ...year, show: 'late' }),
    4,
  );
  await take(
    'the receipts of one unit',
    'notice.ofUnit',
    () => staff.ask('notice.ofUnit', { ...year, unitId: first?._id ?? '' }),
    5,
  );
  return rows;
}
