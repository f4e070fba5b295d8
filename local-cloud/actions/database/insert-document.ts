import { randomBytes } from 'node:crypto';
import { CloudError, duplicateKey, invalidParam } from '../../errors';
import { readWire } from '../../value/ejson';
import { isDoc, type Doc, type Value } from '../../value/value';
import type { Action, Request } from '../context';
import { checkDoc, collectionOf, lookAndWrite } from './parts';

/** `add()`, with one document or many. Many are ordered: those before the first error stay, as in MongoDB. */
export const insertDocument: Action = async (request) => {
  const { cloud, params } = request;
  const collection = collectionOf(request);
  const docs = documents(request);
  const ids = docs.map((doc) => doc._id ?? null);
  request.note.returned = docs.length;
  if (params.transactionId !== undefined) {
    const transaction = cloud.transactions.get(params.transactionId);
    for (const doc of docs) {
      const id = doc._id ?? null;
      if (cloud.transactions.read(transaction, collection, id) !== undefined)
        throw duplicateKey(collection.name, '_id_', `{ : ${JSON.stringify(id)} }`);
      cloud.transactions.write(transaction, collection, id, doc);
    }
    return { data: { insertedIds: ids } };
  }
  const error = await lookAndWrite(
    request,
    collection,
    () => [],
    () => insertUpToError(request, collection, docs),
    ids,
  );
  if (error !== undefined) throw error;
  return { data: { insertedIds: ids } };
};

function insertUpToError(
  { cloud }: Request,
  collection: ReturnType<typeof collectionOf>,
  docs: Doc[],
): CloudError | undefined {
  for (const doc of docs) {
    try {
      cloud.store.attempt(() => cloud.store.insert(collection, doc));
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      return error;
    }
  }
  return undefined;
}

function documents({ cloud, params }: Request): Doc[] {
  const list = Array.isArray(params.data) ? params.data : [params.data];
  if (list.length === 0) throw invalidParam('data must not be empty');
  return list.map((text: unknown) => {
    const doc: Value = readWire(text, 'data', cloud.clock.now());
    if (!isDoc(doc)) throw invalidParam('data must be an object');
    const { _id = newId(), ...rest } = doc;
    return checkDoc({ _id, ...rest });
  });
}

/** CloudBase makes ids of 32 hexadecimal digits (observed). */
const newId = () => randomBytes(16).toString('hex');
