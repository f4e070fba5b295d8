import { statSync } from 'node:fs';
import path from 'node:path';
import { COLLECTIONS, makeRow, timed } from './bench-data';
import { find } from './engine/read';
import { Store } from './engine/store';
import { startLocalCloud } from './index';

/**
 * Run as a process of its own, so that nothing else counts: `fill <folder> <n>` makes a store of n documents,
 * `open <folder>` starts a cloud on it, asks it for pages, and prints what that took as JSON.
 */
const [what, folder = '', documents = '0'] = process.argv.slice(2);
const file = path.join(folder, 'cloud.db');
const mb = (bytes: number) => Math.round(bytes / 1048576);

function fill(n: number): void {
  const store = new Store(file, 'OFF');
  store.declare(COLLECTIONS);
  const rows = store.collection('rows');
  const ms = timed(() => {
    for (let from = 0; from < n; from += 50_000)
      store.write(() => {
        for (let i = from; i < Math.min(n, from + 50_000); i++) store.insert(rows, makeRow(i));
      });
  });
  store.close();
  console.log(JSON.stringify({ perSecond: Math.round((n / ms) * 1000), fileMb: mb(statSync(file).size) }));
}

async function open(): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const cloud = await startLocalCloud({
    functions: [],
    collections: COLLECTIONS,
    dataDir: folder,
    timers: false,
  });
  const startMs = performance.now() - started;
  for (let i = 0; i < 200; i++) await cloud.explain('rows', { unit: `u${i % 150}`, read: { $lt: 1 } });
  const store = new Store(file, 'OFF');
  const rows = store.collection('rows');
  for (let i = 0; i < 2000; i++)
    find(store, rows, { query: { host: 'h1', state: 'open' }, sort: [['at', -1]], skip: i % 200, limit: 20 });
  store.close();
  globalThis.gc?.();
  const { rss } = process.memoryUsage();
  await cloud.stop();
  console.log(JSON.stringify({ startMs, grownMb: mb(rss - before), rssMb: mb(rss) }));
}

if (what === 'fill') fill(Number(documents));
else void open();
