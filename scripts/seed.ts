import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './builds';
import { explain, startOurs } from './local';
import { seed } from './seeding';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    units: { type: 'string', default: '420' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string', default: process.env.DATA_DIR ?? '.data' },
  },
});

/** What a data folder of the local cloud holds; nothing else is ever removed. */
const OURS = ['cloud.db', 'cloud.db-wal', 'cloud.db-shm', 'files', 'office-code.txt'];

/** `npm run seed -- --units 420`: replaces the local data by demo data; the same seed gives the same data. */
async function main() {
  await build('functions');
  for (const name of OURS) rmSync(path.join(values.data, name), { recursive: true, force: true });
  const cloud = await startOurs({ port: 0, dataDir: values.data, timers: false });
  await seed(cloud, { units: Number(values.units), seed: Number(values.seed) });
  await cloud.stop();
  console.log(`已生成 ${values.units} 家单位的演示数据，放在 ${values.data}`);
}

main().catch((error: unknown) => {
  console.error(explain(error, 0));
  process.exit(1);
});
