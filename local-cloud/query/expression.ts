import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { requestFailed } from '../errors';
import { compareValues, type Doc, type Maybe, type Value } from '../value/value';

export type Operator = (obj: unknown, expr: unknown, options: Options) => unknown;
/** Turns the operand of `$expr` into a test of a document. */
export type ExprCompiler = (expr: Value) => (doc: Doc) => boolean;

/** Compiles `$expr` outside a pipeline. */
export const compileExpr: ExprCompiler = (expr) => {
  const query = new Query({ $expr: expr }, { context: EXPRESSIONS, scriptEnabled: false });
  return (doc) => query.test(doc);
};

/** `$expr` inside a pipeline stage, where `let` variables are in mingo's options. */
export const compileExprWith =
  (options: Options): ExprCompiler =>
  (expr) =>
  (doc) => {
    const v = evalExpr(doc, expr, options);
    return v !== undefined && v !== null && v !== false && v !== 0;
  };

const list = (name: string, value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw requestFailed(`(Location16020) ${name} needs an array of arguments`);
  return value;
};

/** Comparison by MongoDB's order; mingo's sorts arrays and field names first. Missing orders before null. */
const comparison =
  (name: string, holds: (c: number) => unknown): Operator =>
  (obj, expr, options) => {
    const args = list(name, evalExpr(obj, expr, options));
    if (args.length !== 2)
      throw requestFailed(
        `(Location16020) Expression ${name} takes exactly 2 arguments. ${args.length} were passed in`,
      );
    const [a, b] = [args[0] as Maybe, args[1] as Maybe];
    if ((a === undefined) !== (b === undefined)) return holds(a === undefined ? -1 : 1);
    return holds(compareValues(a, b));
  };

/** mingo has no `$indexOfCP`; positions count code points. */
const indexOfCodePoint: Operator = (obj, expr, options) => {
  const [text, part, start = 0, end] = list('$indexOfCP', evalExpr(obj, expr, options));
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof part !== 'string')
    throw requestFailed('(Location40093) $indexOfCP requires a string as the first and second argument');
  const points = [...text].slice(0, end === undefined ? undefined : Number(end));
  const needle = [...part];
  for (let i = Number(start); i + needle.length <= points.length; i++)
    if (needle.every((c, j) => points[i + j] === c)) return i;
  return -1;
};

/** mingo's expression operators with MongoDB's comparison. */
export const EXPRESSION_OPERATORS = {
  ...expressions,
  $cmp: comparison('$cmp', (c) => c),
  $eq: comparison('$eq', (c) => c === 0),
  $ne: comparison('$ne', (c) => c !== 0),
  $gt: comparison('$gt', (c) => c > 0),
  $gte: comparison('$gte', (c) => c >= 0),
  $lt: comparison('$lt', (c) => c < 0),
  $lte: comparison('$lte', (c) => c <= 0),
  $indexOfCP: indexOfCodePoint,
};

const EXPRESSIONS = Context.init({
  accumulator: { ...accumulators },
  expression: EXPRESSION_OPERATORS,
  query: { ...queries },
});
