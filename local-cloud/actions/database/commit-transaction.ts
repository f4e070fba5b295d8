import type { Action } from '../context';

/** Applies every write of the transaction, or none. */
export const commitTransaction: Action = ({ cloud, params }) => {
  cloud.transactions.commit(params.transactionId);
  return {};
};
