import { find, planName } from '../../engine/read';
import { invalidParam } from '../../errors';
import { GET_LIMIT_DEFAULT, GET_LIMIT_MAX } from '../../limits';
import { compileProjection } from '../../query/project';
import { readSort } from '../../query/sort';
import { wireDoc } from '../../value/ejson';
import type { Doc } from '../../value/value';
import type { Action, Request } from '../context';
import { collectionOf, docParam, idOf, noteRead, transactionId } from './parts';

/** `doc().get()` and `where().get()`. */
export const getDocument: Action = (request) => {
  const { params } = request;
  const collection = collectionOf(request);
  const project = compileProjection(docParam(request, 'projection'));
  const list = read(request, collection).map((doc) => wireDoc(project(doc)));
  return {
    data: { list },
    ...(params.limit === undefined ? {} : { limit: params.limit, offset: params.offset ?? 0 }),
  };
};

function read(request: Request, collection: ReturnType<typeof collectionOf>): Doc[] {
  const { cloud, params } = request;
  const query = docParam(request, 'query');
  if (params.transactionId !== undefined) {
    const transaction = cloud.transactions.get(params.transactionId);
    const doc = cloud.transactions.read(transaction, collection, transactionId(request, query));
    noteRead(request, collection, query, undefined, one(doc));
    return doc === undefined ? [] : [doc];
  }
  const id = idOf(query);
  if (id !== undefined) {
    const doc = cloud.store.byId(collection, id)?.doc;
    noteRead(request, collection, query, undefined, one(doc));
    return doc === undefined ? [] : [doc];
  }
  const order = params.order === undefined ? {} : docParam(request, 'order');
  const limit = Math.min(count(params.limit, 'limit') ?? GET_LIMIT_DEFAULT, GET_LIMIT_MAX);
  const found = find(cloud.store, collection, {
    query,
    sort: readSort(order),
    skip: count(params.offset, 'offset') ?? 0,
    limit: limit === 0 ? GET_LIMIT_DEFAULT : limit,
  });
  const { scanned, plan } = found;
  const returned = found.rows.length;
  noteRead(request, collection, query, order, {
    scanned,
    returned,
    index: planName(plan),
    served: plan.served,
  });
  return found.rows.map((row) => row.doc);
}

function one(doc: Doc | undefined) {
  const n = doc === undefined ? 0 : 1;
  return { scanned: n, returned: n, index: '_id_', served: true };
}

/** A non-negative whole number. */
function count(v: unknown, name: string): number | undefined {
  if (v === undefined || v === null) return undefined;
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 0)
    throw invalidParam(`${name} must be a non-negative integer`);
  return v;
}
