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
    return new Aggregator(pipeline.flatMap(desugar), options as never)
      .run(docs)
      .map((row) => clean(row as Doc));
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
    if (inner !== undefined) out[key] = clean(inner);
  }
  return out;
}

const matchStage = (rows: Rows, expr: unknown, options: Options): Rows => {
  const test = compileQuery(expr as Doc, compileExprWith(options));
  return rows.filter((row: unknown) => test(row as Doc));
};

const sortStage = (rows: Rows, expr: unknown): Rows =>
  rows.transform((all: unknown[]) => Lazy(sortDocs(all as Doc[], readSort(expr as Value))));

/** `$bucket` as MongoDB itself runs it: a group by switch, then a sort; mingo's own misplaces boundary values. */
function desugar(stage: Doc): Doc[] {
  const spec = stage.$bucket;
  if (!isDoc(spec)) return [stage];
  const { groupBy = null, boundaries, default: other, output } = spec as Record<string, Maybe>;
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw requestFailed(
      "(Location40192) The $bucket 'boundaries' field must be an array with at least 2 values",
    );
  const branches = boundaries.slice(0, -1).map((from, i): Doc => ({
    case: {
      $and: [
        { $gte: [groupBy, { $literal: from }] },
        { $lt: [groupBy, { $literal: boundaries[i + 1] ?? null }] },
      ],
    },
    then: { $literal: from },
  }));
  const fallback: Doc = other === undefined ? {} : { default: { $literal: other } };
  const by: Doc = { $switch: { branches, ...fallback } };
  return [
    { $group: { _id: by, ...(isDoc(output) ? output : { count: { $sum: 1 } }) } },
    { $sort: { _id: 1 } },
  ];
}

const refuse = (name: string) => (): never => {
  throw unsupported(`aggregation stage ${name}`);
};

const CONTEXT = Context.init({
  accumulator: { ...accumulators },
  expression: EXPRESSION_OPERATORS,
  pipeline: {
    ...stages,
    $match: matchStage,
    $sort: sortStage,
    $out: refuse('$out'),
    $merge: refuse('$merge'),
  } as never,
  projection: { ...projections },
  query: { ...queries },
});
