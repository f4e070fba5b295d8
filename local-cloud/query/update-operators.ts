import { requestFailed, unsupported } from '../errors';
import {
  copyValue,
  compareValues,
  isDoc,
  rank,
  sameValue,
  typeName,
  type Doc,
  type Maybe,
  type Value,
} from '../value/value';
import { compileQuery, isOperators } from './match';
import { compareKeys, sortKey } from './sort';
import { slotOf, type Slot } from './slot';

type Change = (slot: Slot, operand: Value, where: Where) => void;
interface Where {
  path: string;
  id: Maybe;
}

/** Applies one operator at one concrete path of a document that may be changed. */
export function applyOperator(doc: Doc, op: string, parts: string[], operand: Value): void {
  if (op === '$rename') return rename(doc, parts, operand);
  const entry = OPERATORS.get(op);
  if (entry === undefined) throw unsupported(`update operator ${op}`);
  const slot = slotOf(doc, parts, entry.create);
  if (slot !== undefined) entry.change(slot, operand, { path: parts.join('.'), id: doc._id });
}

const show = (id: Maybe) => (typeof id === 'string' ? `"${id}"` : JSON.stringify(id));

const arithmetic =
  (
    op: string,
    verb: string,
    work: (a: number, b: number) => number,
    initial: (b: number) => number,
  ): Change =>
  (slot, operand, { path, id }) => {
    if (typeof operand !== 'number')
      throw requestFailed(
        `(TypeMismatch) Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
      );
    const v = slot.get();
    if (v !== undefined && typeof v !== 'number')
      throw requestFailed(
        `(TypeMismatch) Cannot apply ${op} to a value of non-numeric type. {_id: ${show(id)}} has the field '${path.split('.').pop() ?? ''}' of non-numeric type ${typeName(v)}`,
      );
    const result = v === undefined ? initial(operand) : work(v, operand);
    if (Number.isInteger(result) && !Number.isSafeInteger(result))
      throw requestFailed(`(BadValue) ${op} on '${path}' leaves the range of safe integers`);
    slot.set(result);
  };

const extreme =
  (wins: (c: number) => boolean): Change =>
  (slot, operand) => {
    const v = slot.get();
    if (v === undefined || wins(compareValues(operand, v))) slot.set(copyValue(operand));
  };

/** The array at a slot; missing is an empty one. */
function arrayAt(slot: Slot, complain: (type: string) => string): Value[] | undefined {
  const v = slot.get();
  if (v === undefined) return undefined;
  if (!Array.isArray(v)) throw requestFailed(`(BadValue) ${complain(typeName(v))}`);
  return v;
}

const push: Change = (slot, operand, { path, id }) => {
  const old = arrayAt(
    slot,
    (type) => `The field '${path}' must be an array but is of type ${type} in document {_id: ${show(id)}}`,
  );
  const array = (old ?? []).slice();
  if (!isDoc(operand) || !('$each' in operand)) {
    array.push(copyValue(operand));
    slot.set(array);
    return;
  }
  const {
    $each: each,
    $position: position,
    $slice: slice,
    $sort: sort,
    ...rest
  } = operand as Record<string, Maybe>;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw requestFailed(`(BadValue) Unrecognized clause in $push: ${unknown}`);
  if (!Array.isArray(each))
    throw requestFailed(
      `(BadValue) The argument to $each in $push must be an array but it was of type: ${typeName(each)}`,
    );
  for (const [name, n] of Object.entries({ $position: position, $slice: slice }))
    if (n !== undefined && !Number.isInteger(n))
      throw requestFailed(
        `(BadValue) The value for ${name} must be an integer value but was given type: ${typeName(n)}`,
      );
  const at =
    typeof position === 'number'
      ? position < 0
        ? Math.max(0, array.length + position)
        : position
      : array.length;
  array.splice(at, 0, ...copyValue(each));
  if (sort !== undefined) sortArray(array, sort);
  if (typeof slice !== 'number') slot.set(array);
  else slot.set(slice === 0 ? [] : slice > 0 ? array.slice(0, slice) : array.slice(slice));
};

function sortArray(array: Value[], sort: Value): void {
  if (sort === 1 || sort === -1) {
    array.sort((a, b) => compareValues(a, b) * sort);
    return;
  }
  if (!isDoc(sort))
    throw requestFailed(
      '(BadValue) The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  const keys = Object.keys(sort).map((path) => ({
    parts: path.split('.'),
    direction: sort[path] === -1 ? (-1 as const) : (1 as const),
  }));
  const keyOf = (v: Value, k: (typeof keys)[number]) =>
    isDoc(v) ? sortKey(v, k.parts, k.direction) : undefined;
  array.sort((a, b) => {
    for (const k of keys) {
      const c = compareKeys(keyOf(a, k), keyOf(b, k));
      if (c !== 0) return c * k.direction;
    }
    return 0;
  });
}

const addToSet: Change = (slot, operand, { path }) => {
  if (isDoc(operand) && Object.keys(operand).length === 1 && Array.isArray(operand.each))
    throw unsupported(
      `_.addToSet({each: […]}) on '${path}' (the SDK sends it without $; add the values one by one)`,
    );
  const name = path.split('.').pop() ?? '';
  const old = arrayAt(
    slot,
    (type) => `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${type}`,
  );
  const array = (old ?? []).slice();
  const values = isDoc(operand) && Array.isArray(operand.$each) ? operand.$each : [operand];
  for (const v of values) if (!array.some((x) => sameValue(x, v))) array.push(copyValue(v));
  if (old === undefined || array.length !== old.length) slot.set(array);
};

const pop: Change = (slot, operand, { path }) => {
  if (operand !== 1 && operand !== -1)
    throw requestFailed(`(FailedToParse) $pop expects 1 or -1, found: ${JSON.stringify(operand)}`);
  const old = arrayAt(
    slot,
    (type) => `(TypeMismatch) Path '${path}' contains an element of non-array type '${type}'`,
  );
  if (old !== undefined && old.length > 0) slot.set(operand === 1 ? old.slice(0, -1) : old.slice(1));
};

const pull: Change = (slot, operand) => {
  const old = arrayAt(slot, () => 'Cannot apply $pull to a non-array value');
  if (old === undefined) return;
  const gone = pullTest(operand);
  slot.set(old.filter((v) => !gone(v)));
};

function pullTest(operand: Value): (v: Value) => boolean {
  if (isOperators(operand)) {
    const test = compileQuery({ v: operand });
    return (v) => test({ v });
  }
  if (isDoc(operand)) {
    const test = compileQuery(operand);
    return (v) => isDoc(v) && test(v);
  }
  if (operand instanceof RegExp) return (v) => typeof v === 'string' && operand.test(v);
  return (v) => sameValue(v, operand) && rank(v) === rank(operand);
}

const pullAll: Change = (slot, operand) => {
  if (!Array.isArray(operand)) throw requestFailed('(BadValue) $pullAll requires an array argument');
  const old = arrayAt(slot, () => 'Cannot apply $pull to a non-array value');
  if (old !== undefined) slot.set(old.filter((v) => !operand.some((gone) => sameValue(v, gone))));
};

const BITS: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

const bit: Change = (slot, operand, { path, id }) => {
  const v = slot.get() ?? 0;
  if (!isDoc(operand))
    throw requestFailed('(BadValue) The $bit modifier is not compatible with a non-object argument');
  if (typeof v !== 'number' || !Number.isInteger(v))
    throw requestFailed(
      `(BadValue) Cannot apply $bit to a value of non-integral type. _id: ${show(id)} has the field ${path} of non-integer type ${typeName(v)}`,
    );
  let n = v;
  for (const name of Object.keys(operand)) {
    const [work, by] = [BITS[name], operand[name]];
    if (work === undefined || typeof by !== 'number' || !Number.isInteger(by))
      throw requestFailed(`(BadValue) The $bit modifier only supports 'and', 'or', and 'xor' with integers`);
    n = work(n, by);
  }
  slot.set(n);
};

function rename(doc: Doc, parts: string[], operand: Value): void {
  if (typeof operand !== 'string')
    throw requestFailed(`(BadValue) The 'to' field for $rename must be a string`);
  const from = slotOf(doc, parts, false);
  const v = from?.get();
  if (from === undefined || v === undefined) return;
  from.remove();
  slotOf(doc, operand.split('.'), true)?.set(v);
}

/** Every operator but `$rename`'s work; `create` says whether missing containers are made. */
export const OPERATORS = new Map<string, { create: boolean; change: Change }>([
  ['$set', { create: true, change: (slot, operand) => slot.set(copyValue(operand)) }],
  ['$unset', { create: false, change: (slot) => slot.remove() }],
  [
    '$inc',
    {
      create: true,
      change: arithmetic(
        '$inc',
        'increment',
        (a, b) => a + b,
        (b) => b,
      ),
    },
  ],
  [
    '$mul',
    {
      create: true,
      change: arithmetic(
        '$mul',
        'multiply',
        (a, b) => a * b,
        () => 0,
      ),
    },
  ],
  ['$max', { create: true, change: extreme((c) => c > 0) }],
  ['$min', { create: true, change: extreme((c) => c < 0) }],
  ['$push', { create: true, change: push }],
  ['$addToSet', { create: true, change: addToSet }],
  ['$pop', { create: false, change: pop }],
  ['$pull', { create: false, change: pull }],
  ['$pullAll', { create: false, change: pullAll }],
  ['$bit', { create: true, change: bit }],
  ['$rename', { create: false, change: () => undefined }],
]);
