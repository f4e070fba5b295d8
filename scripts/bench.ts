import { spawn } from 'node:child_process';
import { bench as localCloudRows } from '../local-cloud/bench';
import { coldLoadRows } from './bench/cold-load';
import { packageRows } from './bench/packages';
import { rosterRows } from './bench/roster';
import { missed, table, type Row } from './bench/row';
import { secondStartRows } from './bench/second-start';
import { build } from './builds';
import { startOurs } from './local';

const SPARE_PORT = 4699;

/** `npm run bench`: every figure with its budget; fails when one is missed (issue "Must hold"). */
async function main(): Promise<void> {
  await build('functions');
  await build('weapp');
  const rows: Row[] = [...packageRows('dist/weapp'), ...(await coldLoadRows())];
  const cloud = await startOurs({ control: true, timers: false, synchronous: 'OFF' });
  try {
    rows.push(...(await withCloud(cloud.url)));
  } finally {
    await cloud.stop();
  }
  rows.push(...(await rosterRows()), ...(await secondStartRows(SPARE_PORT)), ...(await localCloudRows()));
  console.log(table(rows));
  if (rows.some(missed)) process.exitCode = 1;
}

/** Rows of scripts/bench/with-cloud.ts, run against this cloud. */
function withCloud(url: string): Promise<Row[]> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'bench/with-cloud'], {
    env: { ...process.env, LOCAL_CLOUDS: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(said) as Row[]);
      else reject(new Error('the figures that need a cloud could not be taken'));
    });
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
