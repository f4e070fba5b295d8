import { compileQuery } from '../query/match';
import { compareKeys, sortDocs, sortKey, type Sort } from '../query/sort';
import { decodeDoc } from '../value/ejson';
import type { Doc } from '../value/value';
import { planQuery, type IndexPlan, type Plan, type Range } from './planner';
import type { Sql } from './sql';
import type { Collection, Store, Stored } from './store';

export interface Found {
  rows: Stored[];
  scanned: number;
  plan: Plan;
}

export interface Find {
  query: Doc;
  sort?: Sort;
  skip?: number;
  /** Absent: all. */
  limit?: number;
}

/** Reads what a query asks for, in order, examining as few documents as the plan allows. */
export function find(
  store: Store,
  collection: Collection,
  { query, sort = [], skip = 0, limit }: Find,
): Found {
  const test = compileQuery(query);
  const plan = planQuery(collection, query, sort);
  const inOrder = sort.length === 0 || (plan.kind !== 'scan' && isOrdered(plan));
  const wanted = limit === undefined ? Infinity : skip + limit;
  const rows: Stored[] = [];
  let scanned = 0;
  if (wanted > 0)
    for (const row of candidates(store, collection, plan, sort, inOrder ? wanted : Infinity)) {
      scanned++;
      if (!test(row.doc)) continue;
      rows.push(row);
      if (inOrder && rows.length >= wanted) break;
    }
  const ordered = inOrder ? rows : sortRows(rows, sort);
  return { rows: ordered.slice(skip, limit === undefined ? undefined : skip + limit), scanned, plan };
}

function isOrdered(plan: Exclude<Plan, { kind: 'scan' }>): boolean {
  return plan.kind === 'index' ? plan.sorted : plan.branches.every((branch) => branch.sorted);
}

/** The names of the indexes a plan uses, as the counters show them. */
export function planName(plan: Plan): string | null {
  if (plan.kind === 'scan') return null;
  if (plan.kind === 'index') return plan.index.spec.name;
  return plan.branches.map((branch) => branch.index.spec.name).join('+');
}

function sortRows(rows: Stored[], sort: Sort): Stored[] {
  const byDoc = new Map(rows.map((row) => [row.doc, row]));
  return sortDocs([...byDoc.keys()], sort).flatMap((doc) => byDoc.get(doc) ?? []);
}

function* candidates(
  store: Store,
  collection: Collection,
  plan: Plan,
  sort: Sort,
  wanted: number,
): Generator<Stored> {
  if (plan.kind === 'scan') {
    yield* store.all(collection);
    return;
  }
  const branches = plan.kind === 'or' ? plan.branches : [plan];
  const streams = branches.flatMap((branch) => streamsOf(store.sql, collection, branch, wanted));
  const merged =
    streams.length > 1 && sort.length > 0 && isOrdered(plan) && (plan.kind === 'or' || plan.merge);
  const seen = new Set<number>();
  const repeats = plan.kind === 'or' || plan.index.multi !== 0;
  for (const row of merged ? mergeStreams(streams, sort) : chain(streams)) {
    if (repeats) {
      if (seen.has(row.rid)) continue;
      seen.add(row.rid);
    }
    yield row;
  }
}

function* chain(streams: Array<Generator<Stored>>): Generator<Stored> {
  for (const stream of streams) yield* stream;
}

/** Merges ordered streams into one ordered stream. */
function* mergeStreams(streams: Array<Generator<Stored>>, sort: Sort): Generator<Stored> {
  const keys = sort.map(([path, direction]) => ({ parts: path.split('.'), direction }));
  const next = (stream: Generator<Stored>) => {
    const step = stream.next();
    if (step.done === true) return undefined;
    const row: Stored = step.value;
    return { stream, row, key: keys.map((k) => sortKey(row.doc, k.parts, k.direction)) };
  };
  const before = (a: NonNullable<ReturnType<typeof next>>, b: typeof a): boolean => {
    for (const [i, k] of keys.entries()) {
      const c = compareKeys(a.key[i], b.key[i]) * k.direction;
      if (c !== 0) return c < 0;
    }
    return false;
  };
  const heads = streams.flatMap((stream) => next(stream) ?? []);
  while (heads.length > 0) {
    let best = 0;
    for (let i = 1; i < heads.length; i++) {
      const [a, b] = [heads[i], heads[best]];
      if (a !== undefined && b !== undefined && before(a, b)) best = i;
    }
    const head = heads[best];
    if (head === undefined) return;
    yield head.row;
    const following = next(head.stream);
    if (following === undefined) heads.splice(best, 1);
    else heads[best] = following;
  }
}

function streamsOf(
  sql: Sql,
  collection: Collection,
  plan: IndexPlan,
  wanted: number,
): Array<Generator<Stored>> {
  const ranges = plan.reverse ? plan.ranges.slice().reverse() : plan.ranges;
  return ranges.map((range) => readRange(sql, collection, plan, range, wanted));
}

const PAGE_MAX = 512;

/** Documents of one key range in key order, fetched in pages: a statement is never left open. */
function* readRange(
  sql: Sql,
  collection: Collection,
  plan: IndexPlan,
  { from, to }: Range,
  wanted: number,
): Generator<Stored> {
  const onId = plan.index.id === 0;
  const [docs, key] = [`doc_${collection.id}`, onId ? 'd.id' : 'i.key'];
  const source = onId ? `${docs} d` : `ix_${plan.index.id} i CROSS JOIN ${docs} d ON d.rid=i.rid`;
  const rid = onId ? 'd.rid' : 'i.rid';
  const order = plan.reverse ? `${key} DESC, ${rid} DESC` : `${key}, ${rid}`;
  const head = `SELECT ${key} AS k, d.rid AS r, d.body AS b FROM ${source} WHERE`;
  const tail = `ORDER BY ${order} LIMIT ?`;
  const inside = `${head} ${key}>=? AND ${key}<? ${tail}`;
  const following = plan.reverse
    ? `${head} ${key}>=? AND (${key}, ${rid})<(?, ?) ${tail}`
    : `${head} (${key}, ${rid})>(?, ?) AND ${key}<? ${tail}`;
  let size = Math.max(1, Math.min(wanted, PAGE_MAX));
  let rows = sql.all(inside, [from, to, size]);
  for (;;) {
    for (const row of rows) yield { rid: Number(row.r), doc: decodeDoc(String(row.b)) };
    const last = rows[rows.length - 1];
    if (rows.length < size || last === undefined) return;
    const lastKey = Buffer.from(last.k as ArrayBuffer);
    const lastRid = Number(last.r);
    size = Math.min(Math.max(size * 2, 32), PAGE_MAX);
    rows = sql.all(following, plan.reverse ? [from, lastKey, lastRid, size] : [lastKey, lastRid, to, size]);
  }
}
