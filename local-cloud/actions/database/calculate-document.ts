import { find, planName } from '../../engine/read';
import { unsupported } from '../../errors';
import type { Action } from '../context';
import { collectionOf, docParam, noteRead } from './parts';

/** `where().count()`. */
export const calculateDocument: Action = (request) => {
  const { cloud, params } = request;
  if (params.transactionId !== undefined) throw unsupported('count inside a transaction');
  const collection = collectionOf(request);
  const query = docParam(request, 'query');
  const { rows, scanned, plan } = find(cloud.store, collection, { query });
  const total = rows.length;
  noteRead(request, collection, query, undefined, {
    scanned,
    returned: 1,
    index: planName(plan),
    served: plan.served,
  });
  return { data: { total } };
};
