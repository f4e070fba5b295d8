import { invalidParam, requestFailed, unsupported } from '../errors';
import { makeRegExp } from '../value/ejson';
import { visitPath } from '../value/path';
import {
  compareValues,
  isDoc,
  rank,
  sameValue,
  typeName,
  type Doc,
  type Maybe,
  type Value,
} from '../value/value';
import { compileExpr, type ExprCompiler } from './expression';
import { refuseSearch } from './geo';

export type Test = (doc: Doc) => boolean;
type LeafTest = (leaf: Maybe) => boolean;

/** Compiles a MongoDB query to a predicate. Throws by name on what is not supported. */
export function compileQuery(query: Doc, expr: ExprCompiler = compileExpr): Test {
  const tests = Object.keys(query).map((key) => compileTop(key, query[key] ?? null, expr));
  return (doc) => tests.every((test) => test(doc));
}

/** True for `{ $gt: 1 }`: an object of operators, not a value to compare with. */
export function isOperators(v: Maybe): v is Doc {
  if (!isDoc(v)) return false;
  const first = Object.keys(v)[0];
  return first !== undefined && first.startsWith('$');
}

function compileTop(key: string, operand: Value, expr: ExprCompiler): Test {
  switch (key) {
    case '$and':
    case '$or':
    case '$nor': {
      const tests = branches(key, operand).map((branch) => compileQuery(branch, expr));
      if (key === '$and') return (doc) => tests.every((t) => t(doc));
      if (key === '$or') return (doc) => tests.some((t) => t(doc));
      return (doc) => !tests.some((t) => t(doc));
    }
    case '$expr':
      return expr(operand);
    case '$comment':
      return () => true;
    default:
      refuseSearch(key, operand, 'query operator');
      if (key.startsWith('$')) throw unsupported(`query operator ${key}`);
      return compileField(key, operand);
  }
}

/** The non-empty list of sub-queries of `$and`, `$or`, `$nor`. */
export function branches(key: string, operand: Value): Doc[] {
  if (!Array.isArray(operand) || operand.length === 0)
    throw requestFailed(`(BadValue) ${key} must be a nonempty array`);
  return operand.map((branch) => {
    if (!isDoc(branch)) throw requestFailed(`(BadValue) ${key} entries need to be full objects`);
    return branch;
  });
}

const truthy = (v: Maybe) => v !== undefined && v !== null && v !== false && v !== 0;

function compileField(path: string, operand: Value): Test {
  const parts = path.split('.');
  if (!isOperators(operand)) return leafTest(parts, equals(operand));
  const tests = Object.keys(operand).map((op) => compileOperator(parts, op, operand[op] ?? null, operand));
  return (doc) => tests.every((test) => test(doc));
}

/** Tests each value at the path, array elements and the array itself. */
function leafTest(parts: string[], test: LeafTest): Test {
  const spread: LeafTest = (leaf) => test(leaf) || (Array.isArray(leaf) && leaf.some(test));
  return (doc) => visitPath(doc, parts, spread);
}

/** Tests each value at the path without entering a final array. */
const wholeTest =
  (parts: string[], test: LeafTest): Test =>
  (doc) =>
    visitPath(doc, parts, test);

const not =
  (test: Test): Test =>
  (doc) =>
    !test(doc);

function compileOperator(parts: string[], op: string, operand: Value, all: Doc): Test {
  switch (op) {
    case '$ne':
      return not(leafTest(parts, equals(operand)));
    case '$nin':
      return not(leafTest(parts, anyOf(op, operand)));
    case '$not': {
      if (operand instanceof RegExp) return not(leafTest(parts, equals(operand)));
      if (!isOperators(operand)) throw requestFailed('(BadValue) $not needs a regex or a document');
      return not(compileField(parts.join('.'), operand));
    }
    case '$exists': {
      const exists = wholeTest(parts, (leaf) => leaf !== undefined);
      return truthy(operand) ? exists : not(exists);
    }
    case '$size': {
      if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
        throw requestFailed('(BadValue) $size must be a whole number');
      return wholeTest(parts, (leaf) => Array.isArray(leaf) && leaf.length === operand);
    }
    case '$elemMatch':
      return wholeTest(parts, elemMatch(operand));
    case '$all':
      return allOf(parts, operand);
    case '$options':
      if (!('$regex' in all)) throw requestFailed('(BadValue) $options needs a $regex');
      return () => true;
    default:
      return leafTest(parts, leafOperator(op, operand, all));
  }
}

function leafOperator(op: string, operand: Value, all: Doc): LeafTest {
  switch (op) {
    case '$eq':
      return equals(operand, true);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return ordered(op, operand);
    case '$in':
      return anyOf(op, operand);
    case '$regex':
      return equals(regexOperand(operand, all.$options));
    case '$mod':
      return modulo(operand);
    case '$type':
      return ofType(operand);
    default:
      refuseSearch(op, operand, 'query operator');
      throw unsupported(`query operator ${op}`);
  }
}

function regexOperand(operand: Value, options: Maybe): RegExp {
  if (operand instanceof RegExp)
    return typeof options === 'string' ? makeRegExp(operand.source, options) : operand;
  if (typeof operand !== 'string') throw requestFailed('(BadValue) $regex has to be a string');
  return makeRegExp(operand, typeof options === 'string' ? options : '');
}

function equals(operand: Value, literalRegExp = false): LeafTest {
  if (operand === null) return (leaf) => leaf === null || leaf === undefined;
  if (operand instanceof RegExp && !literalRegExp)
    return (leaf) => (typeof leaf === 'string' ? operand.test(leaf) : sameValue(leaf, operand));
  if (typeof operand === 'string' || typeof operand === 'boolean') return (leaf) => leaf === operand;
  return (leaf) => leaf !== undefined && sameValue(leaf, operand);
}

function anyOf(op: string, operand: Value): LeafTest {
  if (!Array.isArray(operand)) throw requestFailed(`(BadValue) ${op} needs an array`);
  if (operand.some((v) => isOperators(v))) throw requestFailed(`(BadValue) cannot nest $ under ${op}`);
  const strings = new Set(operand.filter((v) => typeof v === 'string'));
  const others = operand.filter((v) => typeof v !== 'string').map((v) => equals(v));
  return (leaf) => (typeof leaf === 'string' && strings.has(leaf)) || others.some((test) => test(leaf));
}

const HOLDS: Record<string, (c: number) => boolean> = {
  $gt: (c) => c > 0,
  $gte: (c) => c >= 0,
  $lt: (c) => c < 0,
  $lte: (c) => c <= 0,
};

/** Comparison within one type only; NaN is in order with nothing but itself. */
function ordered(op: string, operand: Value): LeafTest {
  if (operand instanceof RegExp)
    throw requestFailed(`(BadValue) Can't have RegEx as arg to predicate over ${op}`);
  const holds = HOLDS[op] ?? (() => false);
  const type = rank(operand);
  return (leaf) => {
    if (rank(leaf) !== type) return false;
    if (Number.isNaN(leaf) !== Number.isNaN(operand)) return false;
    return holds(compareValues(leaf, operand));
  };
}

function modulo(operand: Value): LeafTest {
  const [divisor, remainder] = Array.isArray(operand) ? operand : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0)
    throw requestFailed('(BadValue) malformed mod, needs a divisor other than 0 and a remainder');
  return (leaf) =>
    typeof leaf === 'number' &&
    Number.isFinite(leaf) &&
    Math.trunc(leaf) % Math.trunc(divisor) === Math.trunc(remainder);
}

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

/** Numbers lose their BSON kind at the door: `double`, `int` and `long` go by the value. */
function ofType(operand: Value): LeafTest {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map((t) =>
    typeof t === 'number' ? TYPE_NUMBERS[t] : t,
  );
  const known = [...Object.values(TYPE_NUMBERS), 'number'];
  const unknown = wanted.find((t) => typeof t !== 'string' || !known.includes(t));
  if (unknown !== undefined)
    throw requestFailed(`(BadValue) Unknown type name alias: ${JSON.stringify(unknown)}`);
  return (leaf) => {
    if (leaf === undefined) return false;
    if (typeof leaf === 'number' && wanted.includes('number')) return true;
    if (typeof leaf === 'number' && wanted.includes('long'))
      return Number.isInteger(leaf) && typeName(leaf) !== 'int';
    return wanted.includes(typeName(leaf));
  };
}

function elemMatch(operand: Value): LeafTest {
  if (!isDoc(operand)) throw requestFailed('(BadValue) $elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  const byValue = first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first);
  if (!byValue) {
    const test = compileQuery(operand);
    return (leaf) => Array.isArray(leaf) && leaf.some((element) => isDoc(element) && test(element));
  }
  const tests = Object.keys(operand).map((op) => elementTest(op, operand[op] ?? null, operand));
  return (leaf) => Array.isArray(leaf) && leaf.some((element) => tests.every((test) => test(element)));
}

/** An operator applied to one array element as a whole. */
function elementTest(op: string, operand: Value, all: Doc): LeafTest {
  const test = compileOperator(['v'], op, operand, all);
  if (['$not', '$ne', '$nin', '$exists', '$size', '$elemMatch', '$all'].includes(op))
    return (element) => test(element === undefined ? {} : { v: element });
  return op === '$options' ? () => true : leafOperator(op, operand, all);
}

function allOf(parts: string[], operand: Value): Test {
  if (!Array.isArray(operand)) throw requestFailed('(BadValue) $all needs an array');
  if (operand.length === 0) return () => false;
  const tests = operand.map((v) => {
    if (isOperators(v) && '$elemMatch' in v) return wholeTest(parts, elemMatch(v.$elemMatch ?? null));
    if (isOperators(v)) throw requestFailed('(BadValue) no $ expressions in $all');
    return leafTest(parts, equals(v));
  });
  return (doc) => tests.every((test) => test(doc));
}

/** The query as a document, or an error the platform would give. */
export function queryDoc(v: Value): Doc {
  if (!isDoc(v)) throw invalidParam('query must be an object');
  return v;
}
