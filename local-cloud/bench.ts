import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { find } from './engine/read';
import { Store } from './engine/store';
import { startLocalCloud } from './index';
import { compileQuery } from './query/match';
import { sortDocs } from './query/sort';
import type { CollectionSpec, Doc, LocalCloud } from './types';

export interface BenchRow {
  name: string;
  value: number;
  /** Not to be exceeded, or with `atLeast` not to be fallen short of. */
  budget?: number;
  atLeast?: true;
  unit: string;
}

const COLLECTIONS: CollectionSpec[] = [
  {
    name: 'rows',
    indexes: [
      {
        name: 'host_state_at',
        keys: [
          ['host', 1],
          ['state', 1],
          ['at', -1],
        ],
      },
      { name: 'unit', keys: [['unit', 1]] },
    ],
  },
];

const makeRow = (i: number): Doc => ({
  _id: `row${i}`,
  host: `h${i % 3}`,
  state: i % 2 === 0 ? 'open' : 'done',
  at: new Date(1.7e12 + i * 1000),
  unit: `u${i % 150}`,
  title: `关于做好第 ${i} 项工作的通知`,
  read: 0,
});

/** Figures of the engine and of the whole way through HTTP, with the same work on plain objects beside them. */
export async function bench(documents = 100_000): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-bench-'));
  try {
    return [...benchEngine(path.join(folder, 'bench.db'), documents), ...(await benchHttp(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function benchEngine(file: string, documents: number): BenchRow[] {
  const store = new Store(file, 'OFF');
  store.declare(COLLECTIONS);
  const rows = store.collection('rows');
  const docs = Array.from({ length: documents }, (_, i) => makeRow(i));
  const heapBefore = process.memoryUsage().rss;
  const insertMs = timed(() => store.write(() => docs.forEach((doc) => store.insert(rows, doc))));
  const query: Doc = { host: 'h1', state: 'open' };
  const page = find(store, rows, { query, sort: [['at', -1]], limit: 20 });
  const rounds = 500;
  const pageMs = timed(() => {
    for (let i = 0; i < rounds; i++) find(store, rows, { query, sort: [['at', -1]], limit: 20 });
  });
  const readMs = timed(() => {
    for (let i = 0; i < rounds; i++) store.byId(rows, `row${(i * 7919) % documents}`);
  });
  const test = compileQuery(query);
  const plainMs = timed(() => void sortDocs(docs.filter(test), [['at', -1]]).slice(0, 20));
  const scanMs = timed(() => void find(store, rows, { query: { title: '无' } }));
  const openMs = timed(() => {
    const again = new Store(file, 'OFF');
    again.declare(COLLECTIONS);
    again.close();
  });
  const resetMs = timed(() => store.clear());
  const rss = process.memoryUsage().rss - heapBefore;
  store.close();
  return [
    {
      name: 'bulk insert with two indexes',
      value: Math.round((documents / insertMs) * 1000),
      budget: 20_000,
      atLeast: true,
      unit: 'docs/s',
    },
    {
      name: 'documents examined, where + orderBy + limit(20)',
      value: page.scanned,
      budget: 22,
      unit: 'docs',
    },
    { name: 'indexed page of 20', value: round(pageMs / rounds), unit: 'ms' },
    { name: 'the same on plain objects (filter + sort)', value: round(plainMs), unit: 'ms' },
    { name: 'single document', value: round(readMs / rounds), unit: 'ms' },
    { name: 'open a store that has them all', value: round(openMs), unit: 'ms' },
    { name: 'scan of all documents', value: round(scanMs), unit: 'ms' },
    { name: 'clear all documents', value: round(resetMs), unit: 'ms' },
    { name: 'resident memory grown by', value: Math.round(rss / 1048576), unit: 'MB' },
  ];
}

const round = (n: number) => Math.round(n * 1000) / 1000;

async function benchHttp(folder: string): Promise<BenchRow[]> {
  const started = performance.now();
  const cloud = await startLocalCloud({
    functions: [],
    collections: COLLECTIONS,
    dataDir: path.join(folder, 'http'),
    timers: false,
  });
  const startMs = performance.now() - started;
  await cloud.insert(
    'rows',
    Array.from({ length: 1000 }, (_, i) => makeRow(i)),
  );
  const one = await rate(cloud, 1, 'database.getDocument');
  const eight = await rate(cloud, 8, 'database.getDocument');
  const update = await rate(cloud, 8, 'database.modifyDocument');
  const resetStarted = performance.now();
  await cloud.reset();
  const resetMs = performance.now() - resetStarted;
  await cloud.stop();
  return [
    { name: 'start, empty', value: round(startMs), budget: 500, unit: 'ms' },
    { name: 'doc().get() over HTTP, 1 client', value: one, unit: 'requests/s' },
    { name: 'doc().get() over HTTP, 8 clients', value: eight, unit: 'requests/s' },
    { name: 'conditional update over HTTP, 8 clients, synced to disk', value: update, unit: 'requests/s' },
    { name: 'reset with 1,000 documents', value: round(resetMs), budget: 20, unit: 'ms' },
  ];
}

async function rate(cloud: LocalCloud, clients: number, action: string): Promise<number> {
  const each = 400;
  const request = async (i: number) => {
    const query = JSON.stringify({ _id: `row${i % 1000}` });
    const data = JSON.stringify({ $inc: { read: 1 } });
    const body = { action, collectionName: 'rows', queryType: 'DOC', query, data, merge: true, multi: false };
    await (await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })).json();
  };
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let i = 0; i < each; i++) await request(client * each + i);
    }),
  );
  return Math.round((clients * each * 1000) / (performance.now() - started));
}
