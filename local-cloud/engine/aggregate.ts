import { AGGREGATE_LIMIT_DEFAULT } from '../limits';
import { runStages } from '../query/pipeline';
import { readSort } from '../query/sort';
import { leaves } from '../value/path';
import { isDoc, type Doc, type Value } from '../value/value';
import { find, planName } from './read';
import type { Collection, Store } from './store';

export interface Read {
  collection: Collection;
  query: Doc;
  order?: Doc;
  scanned: number;
  index: string | null;
  served: boolean;
}

/** Runs a pipeline: a leading `$match`, `$sort`, `$limit` goes to the planner, a `$lookup` by field reads by index. */
export function aggregate(
  store: Store,
  collection: Collection,
  stages: Doc[],
): { docs: Doc[]; reads: Read[] } {
  const reads: Read[] = [];
  const { query, order, limit, rest } = leading(stages);
  const found = find(store, collection, { query, sort: readSort(order), limit });
  reads.push({
    collection,
    query,
    order,
    scanned: found.scanned,
    index: planName(found.plan),
    served: found.plan.served,
  });
  let docs = found.rows.map((row) => row.doc);
  let pending: Doc[] = [];
  const everything = (name: string): Doc[] => {
    const other = store.collection(name);
    const all = [...store.all(other)].map((row) => row.doc);
    reads.push({ collection: other, query: {}, scanned: all.length, index: null, served: false });
    return all;
  };
  for (const stage of rest) {
    const lookup = stage.$lookup;
    if (!isDoc(lookup) || typeof lookup.localField !== 'string' || typeof lookup.foreignField !== 'string') {
      pending.push(stage);
      continue;
    }
    docs = runStages(docs, pending, everything);
    pending = [];
    const other = store.collection(lookup.from);
    const wanted = distinct(docs, lookup.localField);
    const foreign = find(store, other, { query: { [lookup.foreignField]: { $in: wanted } } });
    reads.push({
      collection: other,
      query: { [lookup.foreignField]: '$lookup' },
      scanned: foreign.scanned,
      index: planName(foreign.plan),
      served: foreign.plan.served,
    });
    docs = runStages(docs, [stage], () => foreign.rows.map((row) => row.doc));
  }
  docs = runStages(docs, pending, everything);
  const limited = stages.some((stage) => '$limit' in stage);
  return { docs: limited ? docs : docs.slice(0, AGGREGATE_LIMIT_DEFAULT), reads };
}

function distinct(docs: Doc[], path: string): Value[] {
  const parts = path.split('.');
  const all = docs.flatMap((doc) => leaves(doc, parts).values.map((v) => v ?? null));
  return [...new Map(all.map((v) => [JSON.stringify([typeof v, v]), v])).values()];
}

function leading(stages: Doc[]): {
  query: Doc;
  order: Doc | undefined;
  limit: number | undefined;
  rest: Doc[];
} {
  let at = 0;
  const matches: Doc[] = [];
  for (let match = stages[at]?.$match; isDoc(match); match = stages[at]?.$match) {
    matches.push(match);
    at++;
  }
  const sort = stages[at]?.$sort;
  const order = isDoc(sort) ? sort : undefined;
  if (order !== undefined) at++;
  const limit = stages[at]?.$limit;
  const query = matches.length === 1 ? matches[0] : matches.length === 0 ? {} : { $and: matches };
  const count = typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : undefined;
  return { query: query ?? {}, order, limit: count, rest: stages.slice(at) };
}
