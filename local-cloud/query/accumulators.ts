import { evalExpr } from 'mingo/core';
import { requestFailed, unsupported } from '../errors';
import { compareValues, isDoc, typeName, type Doc, type Maybe, type Value } from '../value/value';
import { mergeDocs } from './expression-values';
import { equal, isNil, type Operator } from './operands';

/** From the values of a group to one value. */
type Accumulator = (values: Maybe[]) => Value;

const numbers = (values: Maybe[]) => values.filter((v) => typeof v === 'number');
const sum = (values: Maybe[]) => numbers(values).reduce((a, b) => a + b, 0);

const best =
  (wins: (c: number) => boolean): Accumulator =>
  (values) =>
    values.reduce<Value>(
      (found, v) => (isNil(v) || (found !== null && !wins(compareValues(v, found))) ? found : v),
      null,
    );

/** Standard deviation; null of too few numbers. */
const deviation =
  (spare: number): Accumulator =>
  (values) => {
    const list = numbers(values);
    if (list.length <= spare) return null;
    const mean = sum(list) / list.length;
    return Math.sqrt(sum(list.map((n) => (n - mean) ** 2)) / (list.length - spare));
  };

const max = best((c) => c > 0);
const min = best((c) => c < 0);
const average: Accumulator = (values) => {
  const list = numbers(values);
  return list.length === 0 ? null : sum(list) / list.length;
};

/** Every accumulator of the documentation. */
const ACCUMULATORS: Record<string, Accumulator> = {
  $sum: sum,
  $avg: average,
  $max: max,
  $min: min,
  $first: (values) => values[0] ?? null,
  $last: (values) => values[values.length - 1] ?? null,
  $push: (values) => values.filter((v) => v !== undefined),
  $addToSet: (values) =>
    values.reduce<Value[]>(
      (out, v) => (v === undefined || out.some((x) => equal(x, v)) ? out : [...out, v]),
      [],
    ),
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $mergeObjects: mergeDocs,
};

/** Compiles `{ total: { $sum: '$n' } }` to what it makes of a group. */
export function compileOutput(
  spec: Doc,
  options: Parameters<Operator>[2],
): (members: Doc[]) => Record<string, Value> {
  const fields = Object.keys(spec).map((name) => {
    const expr = spec[name];
    const [op, ...more] = isDoc(expr) ? Object.keys(expr) : [];
    if (!isDoc(expr) || op === undefined || more.length > 0 || !op.startsWith('$'))
      throw requestFailed(`(Location40234) The field '${name}' must be an accumulator object`);
    const accumulate = Object.hasOwn(ACCUMULATORS, op) ? ACCUMULATORS[op] : undefined;
    if (accumulate === undefined) throw unsupported(`accumulator ${op}`);
    const operand = expr[op] ?? null;
    return {
      name,
      value: (members: Doc[]) => accumulate(members.map((m) => evalExpr(m, operand, options) as Maybe)),
    };
  });
  return (members) => Object.fromEntries(fields.map(({ name, value }) => [name, value(members)]));
}

/** The same as an expression: over the elements of one array, or over several arguments. */
const overList =
  (accumulate: Accumulator): Operator =>
  (obj, expr, options) => {
    const list: unknown[] = Array.isArray(expr) ? expr : [expr];
    const values = list.map((e) => evalExpr(obj, e, options) as Maybe);
    const [only] = values;
    return accumulate(values.length === 1 && Array.isArray(only) ? only : values);
  };

const endOf =
  (name: string, at: 0 | -1): Operator =>
  (obj, expr, options) => {
    const list: unknown[] = Array.isArray(expr) ? expr : [expr];
    const v = list.length === 1 ? (evalExpr(obj, list[0], options) as Maybe) : undefined;
    if (isNil(v) && list.length === 1) return null;
    if (!Array.isArray(v))
      throw requestFailed(`(Location28689) ${name}'s argument must be an array, but is ${typeName(v)}`);
    return v.at(at);
  };

export const LIST_OPERATORS: Record<string, Operator> = {
  $sum: overList(sum),
  $avg: overList(average),
  $max: overList(max),
  $min: overList(min),
  $stdDevPop: overList(deviation(0)),
  $stdDevSamp: overList(deviation(1)),
  $first: endOf('$first', 0),
  $last: endOf('$last', -1),
};
