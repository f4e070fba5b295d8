import { CloudError } from '../../errors';
import type { Action } from '../context';

/** `createCollection()`; an existing one is an error, as the documentation says. */
export const addCollection: Action = ({ cloud, params, note }) => {
  const name = String(params.collectionName);
  note.collection = name;
  if (cloud.store.names().includes(name))
    throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist: ${name}`);
  cloud.store.write(() => cloud.store.create(name));
  return {};
};
