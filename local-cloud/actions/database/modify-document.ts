import { find, planName } from '../../engine/read';
import type { Collection, Stored } from '../../engine/store';
import { compileReplacement, compileUpdate, type Update } from '../../query/update';
import { encodeDoc } from '../../value/ejson';
import type { Doc } from '../../value/value';
import type { Action, Request } from '../context';
import { checkDoc, collectionOf, docParam, idOf, lookAndWrite, noteRead, transactionId } from './parts';

/** `doc().update()`, `doc().set()` (upsert) and `where().update()`. */
export const modifyDocument: Action = async (request) => {
  const { cloud, params } = request;
  const collection = collectionOf(request);
  const query = docParam(request, 'query');
  const data = docParam(request, 'data');
  const update = params.merge === false ? compileReplacement(data) : compileUpdate(data, query);
  if (params.transactionId !== undefined) return inTransaction(request, collection, query, update);
  const limit = params.multi === true ? undefined : 1;
  const id = idOf(query);
  const look = () => {
    const found = find(cloud.store, collection, { query, limit });
    const { scanned, rows, plan } = found;
    noteRead(request, collection, query, undefined, {
      scanned,
      returned: rows.length,
      index: planName(plan),
      served: plan.served,
    });
    return rows;
  };
  const write = (rows: Stored[]) => {
    if (rows.length === 0 && params.upsert === true) return insert(request, collection, query, update);
    let updated = 0;
    for (const row of rows) {
      const doc = checkDoc(update(row.doc));
      if (encodeDoc(doc) === encodeDoc(row.doc)) continue;
      cloud.store.replace(collection, row, doc);
      updated++;
    }
    return { data: { updated, matched: rows.length, upsert_id: null } };
  };
  return lookAndWrite(request, collection, look, write, id === undefined ? [] : [id]);
};

function insert({ cloud }: Request, collection: Collection, query: Doc, update: Update) {
  const doc = checkDoc(update({ _id: query._id ?? null }, true));
  cloud.store.insert(collection, doc);
  return { data: { updated: 0, matched: 0, upsert_id: doc._id } };
}

function inTransaction(request: Request, collection: Collection, query: Doc, update: Update) {
  const { cloud, params } = request;
  const id = transactionId(request, query);
  const transaction = cloud.transactions.get(params.transactionId);
  const old = cloud.transactions.read(transaction, collection, id);
  request.note.scanned = old === undefined ? 0 : 1;
  if (old === undefined && params.upsert !== true)
    return { data: { updated: 0, matched: 0, upsert_id: null } };
  const doc = checkDoc(update(old ?? { _id: id }, old === undefined));
  cloud.transactions.write(transaction, collection, id, doc);
  const changed = old !== undefined && encodeDoc(old) !== encodeDoc(doc);
  return {
    data: {
      updated: changed ? 1 : 0,
      matched: old === undefined ? 0 : 1,
      upsert_id: old === undefined ? id : null,
    },
  };
}
