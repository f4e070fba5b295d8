import { branches, isOperators } from '../query/match';
import { makeRegExp } from '../value/ejson';
import { EMPTY_ARRAY } from '../value/path';
import { isDoc, type Doc, type Maybe, type Value } from '../value/value';

/** What a query demands of one path, as far as an index can help. Always necessary, never sufficient. */
export interface Condition {
  /** The value is (or the array contains) one of these. */
  points?: Maybe[];
  lower?: { value: Value; inclusive: boolean };
  upper?: { value: Value; inclusive: boolean };
  /** A string that starts with this, from an anchored regular expression. */
  prefix?: string;
}

export interface Conditions {
  byPath: Map<string, Condition>;
  /** Branches of each `$or` met. */
  ors: Doc[][];
}

/** Collects the conditions all of which must hold. */
export function conditionsOf(query: Doc): Conditions {
  const out: Conditions = { byPath: new Map(), ors: [] };
  collect(query, out, '');
  return out;
}

function collect(query: Doc, out: Conditions, under: string): void {
  for (const key of Object.keys(query)) {
    const operand = query[key] ?? null;
    if (key === '$and') for (const branch of branches(key, operand)) collect(branch, out, under);
    else if (key === '$or' && under === '') out.ors.push(branches(key, operand));
    else if (!key.startsWith('$')) collectField(under + key, operand, out);
  }
}

function conditionAt(path: string, out: Conditions): Condition {
  const known = out.byPath.get(path);
  if (known !== undefined) return known;
  const made: Condition = {};
  out.byPath.set(path, made);
  return made;
}

function collectField(path: string, operand: Value, out: Conditions): void {
  if (!isOperators(operand)) return collectOperator(path, '$eq', operand, {}, out);
  for (const op of Object.keys(operand)) collectOperator(path, op, operand[op] ?? null, operand, out);
}

function collectOperator(path: string, op: string, operand: Value, all: Doc, out: Conditions): void {
  const condition = conditionAt(path, out);
  switch (op) {
    case '$eq':
      if (operand instanceof RegExp) usePrefix(condition, operand);
      else condition.points ??= pointsOf(operand);
      break;
    case '$in':
      if (Array.isArray(operand) && !operand.some((v) => v instanceof RegExp))
        condition.points ??= operand.flatMap(pointsOf);
      break;
    case '$exists':
      if (operand === false) condition.points ??= [undefined];
      break;
    case '$all':
      if (Array.isArray(operand) && operand[0] !== undefined && plain(operand[0]))
        condition.points ??= pointsOf(operand[0]);
      break;
    case '$gt':
    case '$gte':
      if (plain(operand) && !Array.isArray(operand))
        condition.lower ??= { value: operand, inclusive: op === '$gte' };
      break;
    case '$lt':
    case '$lte':
      if (plain(operand) && !Array.isArray(operand))
        condition.upper ??= { value: operand, inclusive: op === '$lte' };
      break;
    case '$regex':
      if (all.$options === undefined)
        usePrefix(
          condition,
          operand instanceof RegExp ? operand : makeRegExp(typeof operand === 'string' ? operand : '', ''),
        );
      break;
    case '$elemMatch':
      if (isOperators(operand))
        for (const inner of Object.keys(operand))
          collectOperator(path, inner, operand[inner] ?? null, operand, out);
      else if (isDoc(operand)) collect(operand, out, `${path}.`);
      break;
  }
}

const plain = (v: Value) => !(v instanceof RegExp) && !isOperators(v);

/** An index holds the elements of an array, not the array: equality with one looks for its first element. */
function pointsOf(v: Value): Maybe[] {
  if (v === null) return [undefined];
  if (!Array.isArray(v)) return [v];
  return [v.length === 0 ? EMPTY_ARRAY : v[0], v];
}

/** `/^abc/` without flags and with a literal start demands a string that starts so. */
function usePrefix(condition: Condition, pattern: RegExp): void {
  const literal = /^\^([\p{L}\p{N} _-]+)/u.exec(pattern.source)?.[1];
  if (literal === undefined || pattern.flags !== '' || pattern.source.includes('|')) return;
  const next = pattern.source[literal.length + 1];
  const certain = next !== undefined && '?*{'.includes(next) ? [...literal].slice(0, -1).join('') : literal;
  if (certain !== '') condition.prefix ??= certain;
}
