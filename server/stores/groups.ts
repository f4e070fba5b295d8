import { _ } from '../kit/cloud';
import { isDuplicate } from '../kit/errors';
import { keep, table, type Row } from '../kit/table';
import type { Members } from '@contract/audience';

/** A file of a group; `_id` is the request id that put it there. */
export interface GroupFile {
  _id: string;
  /** Upload key. */
  fileKey: string;
  name: string;
  by: string;
  at: Date;
}

/** A saved group of units (联络组); `_id` is the request id that made it. Its members are reckoned when looked at. */
export interface Group extends Row {
  name: string;
  purpose: string;
  members: Members;
  /** 组长: a unit; its liaison of today is the contact. */
  leaderId: string | null;
  /** The WeChat group it has: its name, how to get in, and the QR picture with the time it was sent. */
  wechat: { name: string; how: string; qr: { fileKey: string; at: Date } | null };
  files: GroupFile[];
  /** Taken out; the files themselves stay in storage. */
  gone: (GroupFile & { goneAt: Date; goneBy: string })[];
  /** WeChat's verdict on its words: `review` wants a look by people. */
  check: 'pass' | 'review';
  active: boolean;
  /** Unique with the name: 'open', or the own id once it is removed. */
  slot: string;
  sortKey: string;
  createdAt: Date;
  updatedAt: Date;
  removedAt: Date | null;
  requests: string[];
}

const rows = table<Group>('groups');

/** An office has no more; so all of them are one request. */
export const GROUPS_MOST = 200;

export const groups = {
  get: (id: string) => rows.get(id),
  /** Removed ones included; the caller looks at `active`. */
  byIds: (ids: string[]) =>
    rows.find({
      where: { _id: _.in(ids) },
      limit: Math.max(ids.length, 1),
      fields: ['_id', 'name', 'members', 'active'],
    }),
  page: (after: string | undefined, limit: number) =>
    rows.find({
      where: { active: true, ...(after && { sortKey: _.gt(after) }) },
      orderBy: [['sortKey', 'asc']],
      limit,
    }),
  countActive: () => rows.count({ active: true }),
  /** Groups a unit leads (组长). */
  ledBy: (unitId: string) =>
    rows.find({ where: { active: true, leaderId: unitId }, limit: GROUPS_MOST, fields: ['_id', 'name'] }),
  /** `taken`: another has the name; `there`: this request made it before. */
  async add(group: Group): Promise<'done' | 'there' | 'taken'> {
    if (await rows.add(group)) return 'done';
    return (await rows.get(group._id)) ? 'there' : 'taken';
  },
  /** `changed` when it is no longer as `seen`, or is removed. */
  async change(
    id: string,
    seen: Date,
    change: Partial<Group>,
    requestId: string,
  ): Promise<'done' | 'changed' | 'taken'> {
    try {
      const updated = await rows.update(
        { _id: id, active: true, updatedAt: seen },
        { ...change, requests: keep(requestId) },
      );
      return updated ? 'done' : 'changed';
    } catch (error) {
      if (isDuplicate(error)) return 'taken';
      throw error;
    }
  },
  remove: (id: string, removedAt: Date, requestId: string) =>
    rows.update({ _id: id, active: true }, { active: false, slot: id, removedAt, requests: keep(requestId) }),
  /** 0 when this request added it before, or the group is removed. */
  addFile: (id: string, file: GroupFile) =>
    rows.update(
      { _id: id, active: true, 'files._id': _.neq(file._id), 'gone._id': _.neq(file._id) },
      { files: _.push({ each: [file] }) },
    ),
  /** 0 when it is not among the files any more. */
  removeFile: (id: string, file: Group['gone'][number]) =>
    rows.update(
      { _id: id, active: true, 'files._id': file._id },
      { files: _.pull({ _id: file._id }), gone: _.push({ each: [file] }) },
    ),
};
