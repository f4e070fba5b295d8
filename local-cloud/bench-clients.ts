import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { COLLECTIONS, makeRow, round, type BenchRow } from './bench-data';
import { Cloud } from './cloud';
import { startLocalCloud } from './index';
import type { LocalCloud } from './types';

const DOCUMENTS = 1000;
const MS_PER_FIGURE = 1500;
const CLIENTS = [1, 8];

/** A function that works as one client: one request after the other, through the real SDK, for a time. */
const CLIENT = (sdk: string) => `
const sdk = require(${JSON.stringify(sdk)});
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
const db = sdk.database();
const WORK = {
  read: (rows, i) => rows.doc('row' + i).get(),
  update: (rows, i) => rows.where({ _id: 'row' + i, read: db.command.gte(0) }).update({ data: { read: db.command.inc(1) } }),
};
exports.main = async ({ what, ms, seed }) => {
  const rows = db.collection('rows');
  const until = performance.now() + ms;
  let done = 0;
  for (let i = seed; performance.now() < until; i = (i + 7) % ${DOCUMENTS}) { await WORK[what](rows, i); done++; }
  return done;
};`;

/** The same two requests as they arrive on the wire. */
const WIRE = {
  read: (i: number) => ({
    action: 'database.getDocument',
    params: { collectionName: 'rows', queryType: 'DOC', query: JSON.stringify({ _id: `row${i}` }) },
  }),
  update: (i: number) => ({
    action: 'database.modifyDocument',
    params: {
      collectionName: 'rows',
      queryType: 'WHERE',
      multi: true,
      merge: true,
      query: JSON.stringify({ _id: `row${i}`, read: { $gte: 0 } }),
      data: JSON.stringify({ $inc: { read: 1 } }),
    },
  }),
};
type What = keyof typeof WIRE;
const NAMES: Record<What, string> = { read: 'single-document read', update: 'conditional update' };

/** Requests per second of the SDK over HTTP with 1 and 8 clients, beside the same actions called in the process. */
export async function benchClients(folder: string): Promise<BenchRow[]> {
  const dir = path.join(folder, 'client');
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'index.js'), CLIENT(createRequire(__filename).resolve('wx-server-sdk')));
  const cloud = await startLocalCloud({
    functions: [{ name: 'client', dir, instances: Math.max(...CLIENTS), timeoutMs: 60_000 }],
    collections: COLLECTIONS,
    dataDir: path.join(folder, 'clients'),
    timers: false,
  });
  await cloud.insert('rows', rowsOf());
  await throughput(cloud, 'read', Math.max(...CLIENTS), 200);
  const rows: BenchRow[] = [];
  for (const what of ['read', 'update'] as const) {
    const baseline = await inProcess(path.join(folder, `baseline-${what}`), what);
    rows.push({
      name: `${NAMES[what]} in the process, synced to disk`,
      value: Math.round(baseline),
      unit: 'requests/s',
    });
    for (const clients of CLIENTS) {
      const perSecond = await throughput(cloud, what, clients, MS_PER_FIGURE);
      const name = `${NAMES[what]} through the SDK, ${clients === 1 ? '1 client' : `${clients} clients`}`;
      rows.push({ name, value: Math.round(perSecond), unit: 'requests/s' });
      rows.push({
        name: `${name}: in the process it is`,
        value: round(baseline / perSecond, 1),
        unit: 'times as fast',
      });
    }
  }
  const started = performance.now();
  await cloud.reset();
  rows.push({
    name: 'reset with 1,000 documents',
    value: round(performance.now() - started),
    budget: 20,
    unit: 'ms',
  });
  await cloud.stop();
  return rows;
}

const rowsOf = () => Array.from({ length: DOCUMENTS }, (_, i) => makeRow(i));

async function throughput(cloud: LocalCloud, what: What, clients: number, ms: number): Promise<number> {
  const replies = await Promise.all(
    Array.from({ length: clients }, (_, i) => cloud.call('client', { what, ms, seed: i * 100 })),
  );
  const done = replies.map(({ result, errMsg }) => {
    if (typeof result !== 'number') throw new Error(errMsg ?? 'a client failed');
    return result;
  });
  return (done.reduce((a, b) => a + b, 0) / ms) * 1000;
}

/** The same action on a cloud without HTTP, SDK and function. */
async function inProcess(dataDir: string, what: What): Promise<number> {
  const cloud = new Cloud({ functions: [], collections: COLLECTIONS, dataDir });
  const rows = cloud.store.collection('rows');
  cloud.store.write(() => {
    for (const row of rowsOf()) cloud.store.insert(rows, row);
  });
  const until = performance.now() + MS_PER_FIGURE;
  let done = 0;
  for (let i = 0; performance.now() < until; i = (i + 7) % DOCUMENTS, done++) {
    const { action, params } = WIRE[what](i);
    await cloud.perform(action, params);
  }
  await cloud.stop();
  return (done / MS_PER_FIGURE) * 1000;
}
