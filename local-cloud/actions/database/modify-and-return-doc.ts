import { find, planName } from '../../engine/read';
import { unsupported } from '../../errors';
import { compileUpdate } from '../../query/update';
import { encodeDoc, wireDoc } from '../../value/ejson';
import type { Action } from '../context';
import { checkDoc, collectionOf, docParam, lookAndWrite, noteRead } from './parts';

/** `where().updateAndReturn()` of @cloudbase/database: one document, returned as it is afterwards. */
export const modifyAndReturnDoc: Action = async (request) => {
  const { cloud, params } = request;
  if (params.transactionId !== undefined) throw unsupported('updateAndReturn inside a transaction');
  const collection = collectionOf(request);
  const query = docParam(request, 'query');
  const update = compileUpdate(docParam(request, 'data'), query);
  const look = () => {
    const { scanned, rows, plan } = find(cloud.store, collection, { query, limit: 1 });
    noteRead(request, collection, query, undefined, {
      scanned,
      returned: rows.length,
      index: planName(plan),
      served: plan.served,
    });
    return rows;
  };
  return lookAndWrite(request, collection, look, ([row]) => {
    if (row === undefined) return { data: { updated: 0, doc: null } };
    const doc = checkDoc(update(row.doc));
    const updated = encodeDoc(doc) === encodeDoc(row.doc) ? 0 : 1;
    if (updated === 1) cloud.store.replace(collection, row, doc);
    return { data: { updated, doc: wireDoc(doc) } };
  });
};
