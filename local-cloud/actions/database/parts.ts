import type { Collection } from '../../engine/store';
import { CloudError, invalidParam, requestFailed, unsupported } from '../../errors';
import { DOCUMENT_SIZE_MAX, LOCK_WAIT_MS_MAX, NESTING_MAX, UNSERVED_EXEMPT_DOCUMENTS } from '../../limits';
import type { Stored } from '../../engine/store';
import { lockKey } from '../../engine/transactions';
import { readWire } from '../../value/ejson';
import { isDoc, type Doc, type Value } from '../../value/value';
import type { Request } from '../context';

/** The collection named in a request, noted for the counters. */
export function collectionOf({ cloud, params, note }: Request): Collection {
  note.collection = String(params.collectionName);
  return cloud.store.collection(params.collectionName);
}

/** A parameter in extended JSON as an object; absent gives `{}`. */
export function docParam({ cloud, params }: Request, name: string): Doc {
  const text = params[name];
  if (text === undefined || text === '') return {};
  const value = readWire(text, name, cloud.clock.now());
  if (!isDoc(value)) throw invalidParam(`${name} must be an object`);
  return value;
}

/** `_id` of a request about one document. */
export function idOf(query: Doc): Value | undefined {
  const keys = Object.keys(query);
  return keys.length === 1 &&
    keys[0] === '_id' &&
    (typeof query._id === 'string' || typeof query._id === 'number')
    ? query._id
    : undefined;
}

/** The `_id` a transaction operation must have: no where, no batch (WeChat, database transactions). */
export function transactionId(request: Request, query: Doc): Value {
  const id = idOf(query);
  if (request.params.queryType === 'DOC' && id !== undefined) return id;
  throw unsupported(`${request.action} with a condition inside a transaction`);
}

/** Notes a read for the counters and, if no index served it, for the report (design D2). */
export function noteRead(
  request: Request,
  collection: Collection,
  query: Doc,
  order: Value | undefined,
  read: { scanned: number; returned: number; index: string | null; served: boolean },
): void {
  const { cloud, note } = request;
  cloud.countUse(collection.name, read.index);
  const exempt =
    !read.served &&
    cloud.options.control !== true &&
    !cloud.store.reaches(collection, UNSERVED_EXEMPT_DOCUMENTS);
  Object.assign(note, { ...read, served: read.served || exempt, query: shown(query) });
  if (read.served || exempt) return;
  cloud.report({
    collection: collection.name,
    action: request.action,
    query: shown(query),
    order: order === undefined ? undefined : shown(order),
    scanned: read.scanned,
    documents: cloud.store.count(collection),
    function: request.running?.invocation.function,
    requestID: request.running?.requestID,
  });
}

/** A query as text for people. */
export function shown(v: Value): string {
  return JSON.stringify(v, (_key, inner: unknown) => (inner instanceof RegExp ? String(inner) : inner));
}

/** Checks names, depth and size of a document about to be stored. */
export function checkDoc(doc: Doc): Doc {
  const id = doc._id;
  if (id === undefined || id === null || Array.isArray(id) || id instanceof RegExp || isDoc(id))
    throw requestFailed(
      `(InvalidIdField) The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'object'}`,
    );
  checkNames(doc, '', 1);
  if (roughSize(doc) > DOCUMENT_SIZE_MAX / 4) {
    const size = Buffer.byteLength(JSON.stringify(doc));
    if (size > DOCUMENT_SIZE_MAX)
      throw requestFailed(
        `(BSONObjectTooLarge) object to insert too large. size in bytes: ${size}, max size: ${DOCUMENT_SIZE_MAX}`,
      );
  }
  return doc;
}

function checkNames(v: Value, path: string, depth: number): void {
  if (depth > NESTING_MAX)
    throw requestFailed(`(Overflow) document is nested deeper than ${NESTING_MAX} levels`);
  if (Array.isArray(v)) for (const [i, x] of v.entries()) checkNames(x, `${path}.${i}`, depth + 1);
  if (!isDoc(v)) return;
  for (const key of Object.keys(v)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (key.startsWith('$'))
      throw requestFailed(
        `(DollarPrefixedFieldName) The dollar ($) prefixed field '${key}' in '${here}' is not valid for storage.`,
      );
    if (key.includes('.'))
      throw requestFailed(
        `(DottedFieldName) The dotted field '${key}' in '${here}' is not valid for storage.`,
      );
    checkNames(v[key] ?? null, here, depth + 1);
  }
}

function roughSize(v: Value): number {
  if (typeof v === 'string') return v.length;
  if (Array.isArray(v)) return v.reduce<number>((n, x) => n + roughSize(x), 8);
  if (!isDoc(v)) return 8;
  return Object.keys(v).reduce((n, key) => n + key.length + roughSize(v[key] ?? null), 8);
}

/**
 * Finds documents and writes them. While a transaction holds one of them the write waits and looks again,
 * so that reading and writing are one step for everybody else.
 */
export async function lookAndWrite<T>(
  { cloud }: Request,
  collection: Collection,
  look: () => Stored[],
  write: (rows: Stored[]) => T,
  extraIds: Value[] = [],
): Promise<T> {
  const until = Date.now() + (cloud.options.lockWaitMs ?? LOCK_WAIT_MS_MAX);
  const { locks } = cloud.transactions;
  const { epoch } = cloud;
  for (;;) {
    const rows = look();
    const ids = [...rows.map((row) => row.doc._id ?? null), ...extraIds];
    if (!locks.any || !ids.some((id) => locks.isHeld(lockKey(collection, id))))
      return cloud.store.write(() => write(rows));
    if (!(await locks.released(until - Date.now())) && Date.now() >= until)
      throw new CloudError(
        'SERVER_TIMEOUT',
        `[ResourceUnavailable.Timeout] document of ${collection.name} is locked by a transaction`,
      );
    if (cloud.epoch !== epoch) throw new CloudError('SYS_ERR', 'the cloud was reset meanwhile');
  }
}
