import { find, planName } from '../../engine/read';
import type { Action } from '../context';
import { collectionOf, docParam, lookAndWrite, noteRead, transactionId } from './parts';

/** `doc().remove()` and `where().remove()`. */
export const removeDocument: Action = async (request) => {
  const { cloud, params } = request;
  const collection = collectionOf(request);
  const query = docParam(request, 'query');
  if (params.transactionId !== undefined) {
    const id = transactionId(request, query);
    const transaction = cloud.transactions.get(params.transactionId);
    if (cloud.transactions.read(transaction, collection, id) === undefined) return { data: { deleted: 0 } };
    cloud.transactions.write(transaction, collection, id, null);
    return { data: { deleted: 1 } };
  }
  const look = () => {
    const found = find(cloud.store, collection, { query, limit: params.multi === true ? undefined : 1 });
    const { scanned, rows, plan } = found;
    noteRead(request, collection, query, undefined, {
      scanned,
      returned: rows.length,
      index: planName(plan),
      served: plan.served,
    });
    return rows;
  };
  return lookAndWrite(request, collection, look, (rows) => {
    for (const row of rows) cloud.store.remove(collection, row);
    return { data: { deleted: rows.length } };
  });
};
