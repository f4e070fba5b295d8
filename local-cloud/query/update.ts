import { invalidParam, requestFailed, unsupported } from '../errors';
import { field } from '../value/path';
import { copyValue, isDoc, sameValue, type Doc, type Maybe, type Value } from '../value/value';
import { compileQuery } from './match';
import { applyOperator, OPERATORS } from './update-operators';

/** Applies an update to a copy of the document and returns it; the original stays as it was. */
export type Update = (doc: Doc, inserting?: boolean) => Doc;

/** Compiles `{ $set: …, $inc: … }`. Types are checked before anything changes, as MongoDB does. */
export function compileUpdate(update: Doc, query: Doc): Update {
  const steps: Array<{ op: string; parts: string[]; operand: Value }> = [];
  const paths: string[] = [];
  for (const op of Object.keys(update)) {
    if (!op.startsWith('$')) throw requestFailed(`(FailedToParse) Unknown modifier: ${op}`);
    if (!OPERATORS.has(op) && op !== '$setOnInsert') throw unsupported(`update operator ${op}`);
    const fields = update[op];
    if (!isDoc(fields)) throw requestFailed(`(FailedToParse) Modifiers operate on fields but ${op} has none`);
    for (const path of Object.keys(fields)) {
      checkPath(path, paths);
      const operand = fields[path] ?? null;
      if (op === '$rename' && typeof operand === 'string') checkPath(operand, paths);
      steps.push({ op, parts: path.split('.'), operand });
    }
  }
  return (doc, inserting = false) => {
    const out = copyValue(doc);
    for (const { op, parts, operand } of steps) {
      if (op === '$setOnInsert' && !inserting) continue;
      for (const concrete of positions(out, parts, query))
        applyOperator(out, op === '$setOnInsert' ? '$set' : op, concrete, operand);
    }
    return out;
  };
}

function checkPath(path: string, seen: string[]): void {
  if (path === '_id' || path.startsWith('_id.'))
    throw requestFailed(
      `(ImmutableField) Performing an update on the path '_id' would modify the immutable field '_id'`,
    );
  if (path === '' || path.split('.').includes(''))
    throw requestFailed(
      `(EmptyFieldName) The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  const clash = seen.find((p) => p === path || p.startsWith(`${path}.`) || path.startsWith(`${p}.`));
  if (clash !== undefined)
    throw requestFailed(
      `(ConflictingUpdateOperators) Updating the path '${path}' would create a conflict at '${clash}'`,
    );
  seen.push(path);
}

/** Resolves `$` (first element the query matched) and `$[]` (every element) to array positions. */
function positions(doc: Doc, parts: string[], query: Doc): string[][] {
  const at = parts.findIndex((part) => part.startsWith('$'));
  if (at < 0) return [parts];
  const head = parts.slice(0, at);
  const array = valueAt(doc, head);
  if (!Array.isArray(array))
    throw requestFailed(
      `(BadValue) The path '${head.join('.')}' must exist in the document in order to apply array updates.`,
    );
  const tail = parts.slice(at + 1);
  if (parts[at] === '$[]')
    return array.flatMap((_, i) => positions(doc, [...head, String(i), ...tail], query));
  if (parts[at] !== '$') throw unsupported(`array filter ${parts[at] ?? ''}`);
  const i = array.findIndex((element) => elementMatches(head.join('.'), element, query));
  if (i < 0)
    throw requestFailed('(BadValue) The positional operator did not find the match needed from the query.');
  return positions(doc, [...head, String(i), ...tail], query);
}

function elementMatches(path: string, element: Value, query: Doc): boolean {
  let found = false;
  for (const key of Object.keys(query)) {
    if (key !== path && !key.startsWith(`${path}.`)) continue;
    found = true;
    const rest = key === path ? 'v' : `v${key.slice(path.length)}`;
    if (!compileQuery({ [rest]: query[key] ?? null })({ v: [element] })) return false;
  }
  return found;
}

function valueAt(doc: Doc, parts: string[]): Maybe {
  let v: Maybe = doc;
  for (const part of parts) v = Array.isArray(v) ? v[Number(part)] : isDoc(v) ? field(v, part) : undefined;
  return v;
}

/** A document that replaces another: no operators, and `_id` unchanged. */
export function compileReplacement(data: Doc): (doc: Doc) => Doc {
  const operator = Object.keys(data).find((key) => key.startsWith('$'));
  if (operator !== undefined) throw invalidParam(`${operator} is not allowed in a whole document`);
  return (doc) => {
    const id = doc._id ?? null;
    if (data._id !== undefined && !sameValue(data._id, id))
      throw requestFailed(`(ImmutableField) The _id field cannot be changed`);
    return { _id: id, ...copyValue(data) };
  };
}
