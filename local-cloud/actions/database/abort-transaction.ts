import type { Action } from '../context';

/** Forgets the transaction and frees its locks. */
export const abortTransaction: Action = ({ cloud, params }) => {
  cloud.transactions.abort(cloud.transactions.get(params.transactionId).id);
  return {};
};
