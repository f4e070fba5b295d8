import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
import type { FileUse } from '@contract/file';

/**
 * What is known of a picture's content (D10). `due`: WeChat is to be asked at `at`; `asked`: its answer is awaited until
 * `at`; `queued`: a person is to look, `verdict` says why; the other two are final. Only `pass` is for everybody.
 */
export interface PictureCheck {
  state: 'due' | 'asked' | 'queued' | 'pass' | 'refused';
  at: Date;
  since: Date;
  traceId: string | null;
  tries: number;
  /** `none`: WeChat did not answer in time. */
  verdict: Verdict | null;
}

export type Verdict = 'review' | 'risky' | 'none';

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
  /** Of pictures; absent on other files and on rows older than this field. */
  check?: PictureCheck;
}

const rows = table<Upload>('uploads');

export const uploads = {
  get: (key: string) => rows.get(key),
  add: (upload: Upload) => rows.add(upload),
  accept: (key: string, kept: Required<Pick<Upload, 'fileId' | 'sentId' | 'size'>> & Pick<Upload, 'check'>) =>
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
  ofUse: (use: FileUse, limit: number) =>
    rows.find({ where: { use }, orderBy: [['createdAt', 'asc']], limit }),
  /** At the owner's request; the files themselves are gone before. */
  erase: (keys: string[]) => rows.remove({ _id: _.in(keys) }),
  /** Pictures whose moment has come: to be asked about, or without an answer for too long. */
  checksDue: (state: 'due' | 'asked', now: Date, limit: number) =>
    rows.find({
      where: { 'check.state': state, 'check.at': _.lte(now) },
      orderBy: [['check.at', 'asc']],
      limit,
    }),
  /** When the next of them is due. */
  nextCheck: async () =>
    (
      await rows.find({
        where: { 'check.state': _.in(['due', 'asked']) },
        orderBy: [['check.at', 'asc']],
        limit: 1,
        fields: ['_id', 'check'],
      })
    )[0]?.check?.at ?? null,
  byTrace: async (traceId: string) =>
    (await rows.find({ where: { 'check.traceId': traceId }, limit: 1 }))[0] ?? null,
  /** 1 when its check was still in one of these states. */
  checked: (key: string, from: PictureCheck['state'][], check: PictureCheck) =>
    rows.update({ _id: key, 'check.state': _.in(from) }, { check }),
  countSince: (owner: string, since: Date) => rows.count({ owner, createdAt: _.gte(since) }),
};
