import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as accumulators from 'mingo/operators/accumulator';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { CloudError, requestFailed, unsupported } from '../errors';
import { isDoc, type Doc, type Maybe, type Value } from '../value/value';
import { compileExprWith, EXPRESSION_OPERATORS } from './expression';
import { compileQuery } from './match';
import { readSort, sortDocs } from './sort';

type Rows = ReturnType<typeof Lazy>;

/** Runs pipeline stages over documents; `resolve` gives the documents of a collection named in a stage. */
export function runStages(docs: Doc[], pipeline: Doc[], resolve: (collection: string) => Doc[]): Doc[] {
  const options = { context: CONTEXT, scriptEnabled: false, collectionResolver: resolve };
  try {
    return new Aggregator(pipeline, options as never).run(docs).map((row) => clean(row as Doc));
  } catch (error) {
    if (error instanceof CloudError) throw error;
    throw requestFailed(`(AggregationError) ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Removes what mingo leaves as `undefined` and puts `_id` first. */
function clean<T extends Value>(v: T): T;
function clean(v: Value): Value {
  if (Array.isArray(v)) return v.map((x: Maybe) => (x === undefined ? null : clean(x)));
  if (!isDoc(v)) return v;
  const out: Doc = {};
  if (v._id !== undefined) out._id = clean(v._id);
  for (const key of Object.keys(v)) {
    const inner: Maybe = v[key];
    if (inner !== undefined && key !== HIDDEN) out[key] = clean(inner);
  }
  return out;
}

const matchStage = (rows: Rows, expr: unknown, options: Options): Rows => {
  const test = compileQuery(expr as Doc, compileExprWith(options));
  return rows.filter((row: unknown) => test(row as Doc));
};

const sortStage = (rows: Rows, expr: unknown): Rows =>
  rows.transform((all: unknown[]) => Lazy(sortDocs(all as Doc[], readSort(expr as Value))));

/** mingo also outputs buckets that stayed empty; MongoDB does not. */
const bucketStage = (rows: Rows, expr: unknown, options: Options): Rows => {
  const spec = expr as Doc;
  const output = isDoc(spec.output) ? spec.output : { count: { $sum: 1 } };
  const counted = { ...spec, output: { ...output, [HIDDEN]: { $sum: 1 } } };
  return stages
    .$bucket(rows, counted as never, options)
    .filter((row: unknown) => Number((row as Doc)[HIDDEN]) > 0);
};
const HIDDEN = '__documents';

const refuse = (name: string) => (): never => {
  throw unsupported(`aggregation stage ${name}`);
};

const CONTEXT = Context.init({
  accumulator: { ...accumulators } as never,
  expression: EXPRESSION_OPERATORS as never,
  pipeline: {
    ...stages,
    $match: matchStage,
    $sort: sortStage,
    $bucket: bucketStage,
    $geoNear: refuse('$geoNear'),
    $out: refuse('$out'),
    $merge: refuse('$merge'),
  } as never,
  projection: { ...projections } as never,
  query: { ...queries } as never,
});
