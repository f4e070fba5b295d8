import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../server/kit/hash';
import type { LocalCloud } from '../local-cloud';
import { build } from './builds';
import { explain, startOurs, stopOnSignal } from './local';
import { storeOfficeCode } from './office-codes';
import { personas } from './personas';
import { seed } from './seeding';

const port = Number(process.env.PORT ?? 4600);
const host = process.env.HOST ?? '127.0.0.1';
const dataDir = process.env.DATA_DIR ?? '.data';

/** `npm start`: builds what is stale, starts the local cloud with its data, fills it on the first run. */
async function main() {
  await build('functions');
  await build('h5');
  const cloud: LocalCloud = await startOurs({
    port,
    host,
    dataDir,
    site: 'dist/h5',
    control: host === '127.0.0.1',
    json: { '/personas.json': () => personas(cloud) },
  });
  stopOnSignal(cloud);
  if ((await cloud.find('offices', {})).length === 0) {
    console.log('首次启动，正在生成演示数据…');
    await seed(cloud, { units: 420, seed: 1 });
  }
  if ((await cloud.find('units', { contacts: { $exists: false } })).length > 0) {
    await cloud.stop();
    console.error(
      `${dataDir} 里是旧版本生成的数据，这一版打不开。请删掉这个目录，或换一个：DATA_DIR=./新目录 npm start`,
    );
    process.exit(1);
  }
  if (host !== '127.0.0.1') {
    console.log(
      '注意：已向局域网开放，同一网络里的任何人都可以用任意身份打开，请只用于试用，不要放真实资料。',
    );
  }
  console.log(`新工作人员的一次性验证码：${await demoCode(cloud)}`);
  console.log(`联络通已启动：http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}   （按 Ctrl-C 停止）`);
}

/** The code of an earlier start while it still works, else a new one. */
async function demoCode(cloud: LocalCloud): Promise<string> {
  const kept = path.join(dataDir, 'office-code.txt');
  const before = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
  const [row] = before ? await cloud.find('claims', { _id: sha256(before.replace(/-/g, '')) }) : [];
  if (row && row.usedAt === null && (row.expiresAt as Date) > new Date()) return before;
  const code = await storeOfficeCode(cloud, 'admin');
  writeFileSync(kept, code, { mode: 0o600 });
  return code;
}

main().catch((error: unknown) => {
  console.error(explain(error, port));
  process.exit(1);
});
