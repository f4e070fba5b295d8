import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { utils, write } from '@e965/xlsx';
import { startOurs } from '../local';
import type { Row } from './row';

const ROWS = 5000;
/** What an export is still asked for (server/features/roster/sheet/chosen.ts). */
const MANY = 20_000;
const MEMORY_MAX_MB = 512;
/** A function lives 60 s: plan and export must fit into one call, with room for a slower machine. */
const CALL_MAX_S = 30;
const MB = 1024 * 1024;

/**
 * 5,000 rows in and out. A process of its own, so that its memory is that of the function and nothing else but the
 * local cloud beside it: what is measured is more than the function takes.
 */
export function rosterRows(): Promise<Row[]> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'bench/roster'], {
    env: { ...process.env, ROSTER_BENCH: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const line = said.split('\n').find((one) => one.startsWith('['));
      if (code === 0 && line) resolve(JSON.parse(line) as Row[]);
      else reject(new Error('the figures of the roster could not be taken'));
    });
  });
}

async function measure(): Promise<Row[]> {
  const cloud = await startOurs({ control: true, timers: false, synchronous: 'OFF' });
  process.env.LOCAL_CLOUDS = cloud.url;
  // They connect to the cloud named in the environment as soon as they are loaded.
  const load = createRequire(__filename);
  const support = load('../../tests/support') as typeof import('../../tests/support');
  const { upload } = load(
    '../../tests/server/file/samples',
  ) as typeof import('../../tests/server/file/samples');
  await support.cloud.reset();
  await support.makeOffice({
    hosts: [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }],
  });
  const staff = await support.makeStaff();
  const bytes = workbook();
  const fileId = await upload('kept/bench.xlsx', bytes);
  const { _id: fileKey } = await support.makeUpload({
    owner: staff.openid,
    use: 'roster',
    name: '名册.xlsx',
    fileId,
  });
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);

  const { importId } = await staff.change('roster.read', { fileKey });
  const { sheets } = await staff.ask('roster.get', { importId });
  const mapping = sheets.map(({ sheet, columns }) => ({
    sheet,
    columns: columns.flatMap(({ column, field }) => (field ? [{ column, field }] : [])),
  }));
  const planning = await timed(() => staff.change('roster.plan', { importId, sheets: mapping }));
  const { version, counts } = planning.result;
  if (counts.new !== ROWS) throw new Error(`planned ${JSON.stringify(counts)}`);
  const committing = await timed(async () => {
    for (let slices = 1; ; slices += 1)
      if ((await staff.change('roster.commit', { importId, version })).state === 'done') return slices;
  });
  const again = await timed(() => staff.change('roster.read', { fileKey }));
  const replanning = await timed(() =>
    staff.change('roster.plan', { importId: again.result.importId, sheets: mapping }),
  );
  if (replanning.result.counts.unchanged !== ROWS) throw new Error(JSON.stringify(replanning.result.counts));
  const exporting = await timed(() => staff.change('roster.export', { kind: 'roster' }));
  const undoing = await timed(async () => {
    while ((await staff.change('roster.undo', { importId })).state !== 'undone');
  });
  const grown = peak - before;
  await manyUnits(load, support);
  const many = process.memoryUsage().rss;
  const whole = await timed(() => staff.change('roster.export', { kind: 'roster' }));
  const directory = await timed(() => staff.change('roster.export', { kind: 'directory' }));
  if (whole.result.units !== MANY) throw new Error(`exported ${whole.result.units}`);
  clearInterval(sampler);
  await cloud.stop();
  const rows = ROWS.toLocaleString('en');
  const rate = (seconds: number) => Math.round(ROWS / seconds);
  return [
    { name: `roster: plan of ${rows} new rows`, value: planning.s, unit: 's', budget: CALL_MAX_S },
    { name: 'roster: plan, rows per second', value: rate(planning.s), budget: 250, atLeast: true },
    {
      name: `roster: plan of ${rows} rows that are there already`,
      value: replanning.s,
      unit: 's',
      budget: CALL_MAX_S,
    },
    {
      name: `roster: commit in ${committing.result} slices, rows per second`,
      value: rate(committing.s),
      budget: 100,
      atLeast: true,
    },
    { name: `roster: export of ${rows} units`, value: exporting.s, unit: 's', budget: CALL_MAX_S },
    { name: 'roster: undo, rows per second', value: rate(undoing.s), budget: 50, atLeast: true },
    { name: 'roster: memory of function and cloud together, peak', value: Math.round(peak / MB), unit: 'MB' },
    {
      name: 'roster: memory grown by import and export',
      value: Math.round(grown / MB),
      unit: 'MB',
      budget: MEMORY_MAX_MB,
    },
    {
      name: `roster: export of ${MANY.toLocaleString('en')} units`,
      value: whole.s,
      unit: 's',
      budget: CALL_MAX_S,
    },
    {
      name: `roster: contact directory of ${MANY.toLocaleString('en')} units`,
      value: directory.s,
      unit: 's',
      budget: CALL_MAX_S,
    },
    {
      name: 'roster: memory grown by these two',
      value: Math.round(Math.max(0, peak - many) / MB),
      unit: 'MB',
      budget: MEMORY_MAX_MB,
    },
  ];
}

/** As many units as an export takes, each with a liaison and two more people. */
async function manyUnits(load: NodeJS.Require, support: typeof import('../../tests/support')): Promise<void> {
  const { searchFields } = load('../../server/kit/search') as typeof import('../../server/kit/search');
  const first = await support.makeUnit({ _id: 'unit-base', active: false });
  const person = (kind: 'liaison' | 'head' | 'finance', i: number) => ({
    kind,
    name: `示例${'甲乙丙丁'[i % 4] ?? ''}`,
    position: '办公室主任',
    phone: `139${String(i).padStart(8, '0')}`,
    landline: '029-88880000',
    email: `demo${i}@example.com`,
    wechat: `demo-${i}`,
  });
  for (let from = 0; from < MANY; from += 2000) {
    const rows = Array.from({ length: 2000 }, (_, j) => {
      const i = from + j;
      const _id = `many-${String(i).padStart(5, '0')}`;
      const fields = {
        name: `示例${['青岚', '海东', '云岭', '晋阳'][i % 4] ?? ''}矿业集团第${i}有限责任公司`,
        short: `第${i}矿`,
        region: ['西安', '榆林', '铜川'][i % 3] ?? '',
        industry: '煤炭开采和洗选',
        post: 'ordinary' as const,
        address: `示例省示例市示例区示例路${i}号示例大厦`,
        contacts: [person('liaison', i), person('head', i + 1), person('finance', i + 2)],
      };
      return { ...first, _id, active: true, ...fields, ...searchFields(fields, _id) };
    });
    await support.cloud.insert('units', rows as never);
  }
}

async function timed<R>(work: () => Promise<R>): Promise<{ s: number; result: R }> {
  const from = performance.now();
  const result = await work();
  return { s: (performance.now() - from) / 1000, result };
}

function workbook(): Buffer {
  const headers = ['单位名称', '性质', '地址', '邮编', '地区', '行业', '协会职务', '联络员', '职务', '手机'];
  const rows = Array.from({ length: ROWS }, (_, i) => [
    `示例${['青岚', '海东', '云岭', '晋阳'][i % 4] ?? ''}矿业第${i}有限公司`,
    '民营企业',
    `示例省示例市示例路${i}号`,
    710000,
    ['西安', '榆林', '铜川'][i % 3] ?? '',
    '煤炭',
    '会员单位',
    '示例甲',
    '主任',
    13900000000 + i,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['示例协会会员名册'], headers, ...rows]), '名册');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

if (process.env.ROSTER_BENCH)
  measure().then(
    (rows) => {
      console.log(JSON.stringify(rows));
      process.exit(0);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
