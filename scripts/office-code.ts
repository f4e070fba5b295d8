import { parseArgs } from 'node:util';
import { connectLocalCloud } from '../local-cloud';
import { roles, type Role } from '../contract/rules/rights';
import { startOurs } from './local';
import { newOfficeCode, storeOfficeCode } from './office-codes';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { role: { type: 'string', default: 'admin' }, 'print-row': { type: 'boolean', default: false } },
});

/** `npm run office:code [-- --role editor] [-- --print-row]`: a one-time code for the local office, or a row for CloudBase. */
async function main() {
  const role = values.role as Role;
  if (!(role in roles)) throw new Error(`没有这个岗位：${role}。可选：${Object.keys(roles).join('、')}`);
  if (values['print-row']) {
    const { code, row } = newOfficeCode(role, new Date());
    console.log(`验证码（只显示这一次，24小时内有效）：${code}`);
    console.log('请在云开发控制台的 claims 集合里添加这条记录：');
    console.log(JSON.stringify({ ...row, expiresAt: { $date: row.expiresAt.toISOString() } }, null, 2));
    return;
  }
  const code = await onRunning(role);
  console.log(`验证码（只显示这一次，24小时内有效，岗位：${roles[role]}）：${code}`);
}

/** Into the local cloud that runs, or into its data folder when none does. */
async function onRunning(role: Role): Promise<string> {
  const address = `http://127.0.0.1:${process.env.PORT ?? '4600'}`;
  const running = await fetch(`${address}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  if (running) return storeOfficeCode(connectLocalCloud(address), role);
  const cloud = await startOurs({
    port: 0,
    dataDir: process.env.DATA_DIR ?? '.data',
    functions: [],
    timers: false,
  });
  const code = await storeOfficeCode(cloud, role);
  await cloud.stop();
  return code;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
