import { Context, evalExpr } from 'mingo/core';
import * as expressions from 'mingo/operators/expression';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { requestFailed, unsupported } from '../errors';
import { compareValues, type Doc, type Maybe, type Value } from '../value/value';
import { LIST_OPERATORS } from './accumulators';
import { DATE_OPERATORS } from './expression-dates';
import { VALUE_OPERATORS } from './expression-values';
import { operator, type Operator } from './operands';

/** Turns the operand of `$expr` into a test of a document. */
export type ExprCompiler = (expr: Value) => (doc: Doc) => boolean;

/** Compiles `$expr` outside a pipeline. */
export const compileExpr: ExprCompiler = (expr) => {
  const query = new Query({ $expr: expr }, { context: EXPRESSIONS, scriptEnabled: false });
  return (doc) => named(() => query.test(doc));
};

/** `$expr` inside a pipeline stage, where `let` variables are in mingo's options. */
export const compileExprWith =
  (options: Options): ExprCompiler =>
  (expr) =>
  (doc) => {
    const v = evalExpr(doc, expr, options);
    return v !== undefined && v !== null && v !== false && v !== 0;
  };

/** Runs mingo and turns its word for an operator it has not into ours, and its other errors into the platform's. */
export function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'CloudError') throw error;
    const missing = /^(accumulator|unregistered pipeline operator) '?(\$\w+)/.exec(error.message);
    if (missing?.[2] !== undefined)
      throw unsupported(`${missing[1] === 'accumulator' ? 'expression' : 'aggregation stage'} ${missing[2]}`);
    throw requestFailed(`(AggregationError) ${error.message}`);
  }
}

/** Comparison by MongoDB's order; missing orders before null. */
const comparison = (name: string, holds: (c: number) => boolean | number): Operator =>
  operator(name, 2, 2, ([a, b]: Maybe[]) => {
    if ((a === undefined) !== (b === undefined)) return holds(a === undefined ? -1 : 1);
    return holds(compareValues(a, b));
  });

/** mingo's operator, which takes its one argument bare, with MongoDB's leave to put it into an array. */
const single =
  (work: Operator): Operator =>
  (obj, expr, options) =>
    work(obj, Array.isArray(expr) && expr.length === 1 ? expr[0] : expr, options);

const MINGO = expressions as unknown as Record<string, Operator>;
const SINGLE = ['$abs', '$ceil', '$exp', '$floor', '$sqrt'];

/** mingo's expression operators; those measured to differ from MongoDB are our own. */
export const EXPRESSION_OPERATORS: Record<string, Operator> = {
  ...Object.fromEntries(
    Object.entries(MINGO).map(([name, work]) => [name, SINGLE.includes(name) ? single(work) : work]),
  ),
  ...VALUE_OPERATORS,
  ...DATE_OPERATORS,
  ...LIST_OPERATORS,
  $cmp: comparison('$cmp', (c) => c),
  $eq: comparison('$eq', (c) => c === 0),
  $ne: comparison('$ne', (c) => c !== 0),
  $gt: comparison('$gt', (c) => c > 0),
  $gte: comparison('$gte', (c) => c >= 0),
  $lt: comparison('$lt', (c) => c < 0),
  $lte: comparison('$lte', (c) => c <= 0),
};

const EXPRESSIONS = Context.init({
  expression: EXPRESSION_OPERATORS,
  query: { ...queries },
});
