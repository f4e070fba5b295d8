import type { IndexSpec } from '../types';
import { requestFailed } from '../errors';
import { INDEX_FIELD_NAME_MAX, INDEX_FIELDS_MAX, INDEX_KEY_BYTES_MAX } from '../limits';
import { encodeKey, invert } from '../value/key';
import { isPosition, leaves } from '../value/path';
import type { Doc, Maybe } from '../value/value';

export interface IndexKeys {
  /** One key per combination of array elements, without repeats. */
  keys: Buffer[];
  /** Bit i is set when field i went through an array. */
  multi: number;
}

/** Index keys of a document. Two array fields in one index are refused, as by MongoDB. */
export function indexKeys(spec: IndexSpec, doc: Doc): IndexKeys {
  let multi = 0;
  let arrayField: string | undefined;
  const columns = spec.keys.map(([path, direction], i) => {
    const found = leaves(doc, path.split('.'));
    if (found.multi) {
      multi |= 1 << i;
      arrayField ??= path;
    }
    return { path, direction, ...found };
  });
  const arrays = columns.filter((c) => c.multi);
  if (arrays.length > 1)
    return {
      keys: parallel(
        spec,
        doc,
        arrays.map((a) => a.path),
      ),
      multi,
    };
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const column of columns) {
    const parts = column.values.map((v) => component(v, column.direction));
    keys =
      parts.length === 1 && parts[0] !== undefined
        ? append(keys, parts[0])
        : parts.flatMap((part) => append(keys, part));
  }
  return { keys: distinct(keys).map((key) => checked(spec, key)), multi };
}

/** The key bytes of one field of an index. */
export const component = (v: Maybe, direction: 1 | -1) =>
  direction === 1 ? encodeKey(v) : invert(encodeKey(v));

const append = (keys: Buffer[], part: Buffer) => keys.map((key) => Buffer.concat([key, part]));

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys;
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...seen.values()];
}

function checked(spec: IndexSpec, key: Buffer): Buffer {
  if (key.length > INDEX_KEY_BYTES_MAX)
    throw requestFailed(
      `(KeyTooLong) Btree::insert: key too large to index, failing ${spec.name} ${key.length} (limit ${INDEX_KEY_BYTES_MAX})`,
    );
  return key;
}

/** Fields under one array of sub-documents combine per element; separate arrays cannot be indexed together. */
function parallel(spec: IndexSpec, doc: Doc, paths: string[]): Buffer[] {
  const shared = sharedArray(doc, paths);
  if (shared === undefined)
    throw requestFailed(
      `(CannotIndexParallelArrays) cannot index parallel arrays [${paths.map((p) => p.split('.')[0] ?? p).join('] [')}]`,
    );
  const elements = shared.elements.length === 0 ? [undefined] : shared.elements;
  const all = elements.flatMap((element) => {
    const single = replaceAt(doc, shared.parts, element);
    return indexKeys(spec, single).keys;
  });
  return distinct(all);
}

function sharedArray(doc: Doc, paths: string[]): { parts: string[]; elements: Maybe[] } | undefined {
  const first = (paths[0] ?? '').split('.');
  let v: Maybe = doc;
  for (let i = 0; i < first.length; i++) {
    const part = first[i] ?? '';
    v = Object(v) === v ? (v as Doc)[part] : undefined;
    if (Array.isArray(v)) {
      const parts = first.slice(0, i + 1);
      const prefix = `${parts.join('.')}.`;
      return paths.every((p) => p.startsWith(prefix)) ? { parts, elements: v } : undefined;
    }
  }
  return undefined;
}

function replaceAt(doc: Doc, parts: string[], element: Maybe): Doc {
  const [head = '', ...tail] = parts;
  const inner = doc[head];
  const value = tail.length === 0 ? (element ?? null) : replaceAt((inner ?? {}) as Doc, tail, element);
  return { ...doc, [head]: value };
}

/** Complains about a declared index that cannot be kept. */
export function checkIndexSpec(collection: string, spec: IndexSpec): void {
  const wrong = (what: string) => new Error(`index ${collection}.${spec.name}: ${what}`);
  if (spec.keys.length === 0 || spec.keys.length > INDEX_FIELDS_MAX)
    throw wrong(`needs 1 to ${INDEX_FIELDS_MAX} fields`);
  for (const [path, direction] of spec.keys) {
    if (path.split('.').some((part) => part === '' || isPosition(part)))
      throw wrong(`field ${path} cannot be indexed`);
    if (path.split('.').some((part) => part.length > INDEX_FIELD_NAME_MAX))
      throw wrong(`a field name has at most ${INDEX_FIELD_NAME_MAX} characters: ${path}`);
    if (![1, -1].includes(direction)) throw wrong(`direction of ${path} must be 1 or -1`);
  }
}
