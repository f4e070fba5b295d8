import type { Action } from '../context';

/** Opens a snapshot that ends by itself after 30 s. */
export const startTransaction: Action = ({ cloud, running, note }) => {
  const { id } = cloud.transactions.start(running?.requestID);
  note.transactionId = id;
  return { transactionId: id };
};
