import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
import type { FileUse } from '@contract/file';

/** A file somebody was allowed to upload; `_id` is the request id of the ticket and is the file's key everywhere. */
export interface Upload extends Row {
  owner: string;
  use: FileUse;
  name: string;
  size: number;
  cloudPath: string;
  /** Set once the bytes were looked at: our own copy of them, which the client cannot write to. */
  fileId: string | null;
  /** What the client sent and we copied; absent on rows older than this field. */
  sentId?: string;
  createdAt: Date;
}

const rows = table<Upload>('uploads');

export const uploads = {
  get: (key: string) => rows.get(key),
  add: (upload: Upload) => rows.add(upload),
  accept: (key: string, kept: Required<Pick<Upload, 'fileId' | 'sentId' | 'size'>>) =>
    rows.update({ _id: key, fileId: null }, kept),
  /** A file once accepted stays. */
  remove: (key: string) => rows.remove({ _id: key, fileId: null }),
  byKeys: (keys: string[]) => rows.find({ where: { _id: _.in(keys) }, limit: Math.max(keys.length, 1) }),
  /** Oldest first; pages end at a moment. */
  ofOwner: (owner: string, after: Date | undefined, limit: number) =>
    rows.find({
      where: { owner, ...(after && { createdAt: _.gt(after) }) },
      orderBy: [['createdAt', 'asc']],
      limit,
    }),
  /** At the owner's request; the files themselves are gone before. */
  erase: (keys: string[]) => rows.remove({ _id: _.in(keys) }),
  countSince: (owner: string, since: Date) => rows.count({ owner, createdAt: _.gte(since) }),
};
