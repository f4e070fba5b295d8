import { aggregate } from '../../engine/aggregate';
import { invalidParam, unsupported } from '../../errors';
import { isRecord, readWire, wireDoc } from '../../value/ejson';
import type { Doc } from '../../value/value';
import type { Action, Request } from '../context';
import { collectionOf, noteRead } from './parts';

/** `aggregate()…end()`. */
export const aggregateDocuments: Action = (request) => {
  const { cloud, params } = request;
  if (params.transactionId !== undefined) throw unsupported('aggregate inside a transaction');
  const collection = collectionOf(request);
  const stages = stagesOf(request);
  const result = aggregate(cloud.store, collection, stages);
  for (const read of result.reads)
    noteRead(request, read.collection, read.query, read.order, { ...read, returned: result.docs.length });
  request.note.collection = collection.name;
  request.note.scanned = result.reads.reduce((n, read) => n + read.scanned, 0);
  return { data: { list: result.docs.map(wireDoc) } };
};

function stagesOf({ cloud, params }: Request): Doc[] {
  if (!Array.isArray(params.stages)) throw invalidParam('stages must be an array');
  return params.stages.map((stage: unknown) => {
    if (!isRecord(stage) || typeof stage.stageKey !== 'string') throw invalidParam('invalid stage');
    return { [stage.stageKey]: readWire(stage.stageValue, stage.stageKey, cloud.clock.now()) };
  });
}
