import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { benchClients } from './bench-clients';
import { COLLECTIONS, makeRow, round, timed, type BenchRow } from './bench-data';
import { find } from './engine/read';
import { Store } from './engine/store';
import { startLocalCloud } from './index';
import { compileQuery } from './query/match';
import { sortDocs } from './query/sort';
import type { Doc } from './types';
import { isRecord, parseJson } from './value/ejson';

export type { BenchRow } from './bench-data';

const DOCUMENTS = 100_000;
const LARGE = 500_000;

/**
 * Figures of the engine, of a cloud that has many documents, and of the whole way through SDK and HTTP, each beside
 * the same work in the process. BENCH_LARGE=1 adds 500,000 documents, which takes about half a minute more.
 */
export async function bench(large = process.env.BENCH_LARGE === '1'): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-bench-'));
  try {
    return [
      ...benchEngine(path.join(folder, 'bench.db')),
      ...benchMemory(folder, DOCUMENTS),
      ...(large ? benchMemory(folder, LARGE) : []),
      ...(await benchStart(folder)),
      ...(await benchClients(folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchEngine(file: string): BenchRow[] {
  const store = new Store(file, 'OFF');
  store.declare(COLLECTIONS);
  const rows = store.collection('rows');
  const docs = Array.from({ length: DOCUMENTS }, (_, i) => makeRow(i));
  const insertMs = timed(() => store.write(() => docs.forEach((doc) => store.insert(rows, doc))));
  const query: Doc = { host: 'h1', state: 'open' };
  const page = find(store, rows, { query, sort: [['at', -1]], limit: 20 });
  const rounds = 500;
  const pageMs =
    timed(() => {
      for (let i = 0; i < rounds; i++) find(store, rows, { query, sort: [['at', -1]], limit: 20 });
    }) / rounds;
  const readMs =
    timed(() => {
      for (let i = 0; i < rounds; i++) store.byId(rows, `row${(i * 7919) % DOCUMENTS}`);
    }) / rounds;
  const map = new Map(docs.map((doc) => [doc._id, doc]));
  const mapMs =
    timed(() => {
      for (let i = 0; i < rounds; i++) structuredClone(map.get(`row${(i * 7919) % DOCUMENTS}`));
    }) / rounds;
  const test = compileQuery(query);
  const plainMs = timed(() => void sortDocs(docs.filter(test), [['at', -1]]).slice(0, 20));
  const scanMs = timed(() => void find(store, rows, { query: { title: '无' } }));
  const resetMs = timed(() => store.clear());
  store.close();
  return [
    {
      name: 'bulk insert with two indexes',
      value: Math.round((DOCUMENTS / insertMs) * 1000),
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
    { name: 'indexed page of 20', value: Math.round(pageMs * 1000), unit: 'µs' },
    {
      name: 'indexed page of 20: filter and sort of plain objects takes',
      value: round(plainMs / pageMs, 1),
      unit: 'times that',
    },
    { name: 'single document', value: Math.round(readMs * 1000), unit: 'µs' },
    {
      name: 'single document: takes, against a Map and a copy,',
      value: round(readMs / mapMs, 1),
      unit: 'times that',
    },
    { name: 'scan of all documents', value: round(scanMs), unit: 'ms' },
    { name: 'clear all documents', value: round(resetMs), unit: 'ms' },
  ];
}

/** A store filled by one process and opened by a fresh one. */
function benchMemory(folder: string, documents: number): BenchRow[] {
  const dir = path.join(folder, String(documents));
  mkdirSync(dir, { recursive: true });
  const filled = child('fill', dir, documents);
  const opened = child('open', dir);
  const many = documents.toLocaleString('en-US');
  return [
    {
      name: `start of the whole cloud with ${many} documents`,
      value: round(opened('startMs'), 1),
      budget: 500,
      unit: 'ms',
    },
    { name: `memory of the process with ${many} documents`, value: opened('rssMb'), unit: 'MB' },
    {
      name: `memory grown by start and use with ${many} documents`,
      value: opened('grownMb'),
      budget: 120,
      unit: 'MB',
    },
    { name: `file with ${many} documents`, value: filled('fileMb'), unit: 'MB' },
  ];
}

function child(what: string, dir: string, documents = 0): (figure: string) => number {
  const file = path.join(__dirname, 'bench-memory.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', file, what, dir, String(documents)],
    { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } },
  );
  if (status !== 0) throw new Error(`bench-memory ${what}: ${stderr}`);
  const figures = parseJson(stdout.trim().split('\n').pop() ?? '');
  return (name) => Number(isRecord(figures) ? figures[name] : NaN);
}

async function benchStart(folder: string): Promise<BenchRow[]> {
  const started = performance.now();
  const cloud = await startLocalCloud({
    functions: [],
    collections: COLLECTIONS,
    dataDir: path.join(folder, 'empty'),
    timers: false,
  });
  const startMs = performance.now() - started;
  await cloud.stop();
  return [{ name: 'start, empty', value: round(startMs, 1), budget: 500, unit: 'ms' }];
}
