import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import { $lookup } from 'mingo/operators/pipeline';
import * as queries from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { requestFailed } from '../errors';
import { isDoc, type Doc, type Maybe, type Value } from '../value/value';
import { EXPRESSION_OPERATORS, named } from './expression';
import { STAGES, type Stage } from './stages';

type Rows = ReturnType<typeof Lazy>;

/** Runs pipeline stages over documents; `resolve` gives the documents of a collection named in a stage. */
export function runStages(docs: Doc[], pipeline: Doc[], resolve: (collection: string) => Doc[]): Doc[] {
  const options = { context: CONTEXT, scriptEnabled: false, collectionResolver: resolve };
  return named(() => new Aggregator(pipeline, options as never).run(docs).map((row) => clean(row as Doc)));
}

/** Removes what is `undefined` and puts `_id` first. */
function clean<T extends Value>(v: T): T;
function clean(v: Value): Value {
  if (Array.isArray(v)) return v.map((x: Maybe) => (x === undefined ? null : clean(x)));
  if (!isDoc(v)) return v;
  const out: Doc = {};
  if (v._id !== undefined) out._id = clean(v._id);
  for (const key of Object.keys(v)) {
    const inner: Maybe = v[key];
    if (inner !== undefined) out[key] = clean(inner);
  }
  return out;
}

/** Our stage as mingo calls it. */
const adapted =
  (stage: Stage) =>
  (rows: Rows, spec: unknown, options: Options): Rows =>
    rows.transform((all: unknown[]) => Lazy(stage(all as Doc[], spec as Maybe, options)));

/** mingo's join, after the checks it leaves out. */
const lookup = (rows: Rows, spec: unknown, options: Options): Rows => {
  const given = spec as Record<string, Maybe>;
  for (const name of ['from', 'as'])
    if (typeof given[name] !== 'string' || given[name] === '')
      throw requestFailed(`(FailedToParse) must specify '${name}' field for a $lookup, a string`);
  const byField = typeof given.localField === 'string' && typeof given.foreignField === 'string';
  if (!byField && !Array.isArray(given.pipeline))
    throw requestFailed(
      "(FailedToParse) $lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    );
  return $lookup(rows, spec as never, options);
};

const CONTEXT = Context.init({
  expression: EXPRESSION_OPERATORS,
  pipeline: {
    ...Object.fromEntries(Object.entries(STAGES).map(([name, stage]) => [name, adapted(stage)])),
    $lookup: lookup,
  },
  query: { ...queries },
});
