import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';

/** A file that went out; `_id` is the request id. The file goes after some days, the row says who took it. */
export interface Exported extends Row {
  kind: 'roster' | 'directory' | 'rejects' | 'answers' | 'phone-list' | 'statistics';
  /** What was asked, so that a request id is not used for another. */
  asked: string;
  openid: string;
  fileId: string;
  name: string;
  count: number;
  masked: boolean;
  at: Date;
  /** null: the file is gone. */
  expiresAt: Date | null;
}

const rows = table<Exported>('exports');

export const exported = {
  get: (id: string) => rows.get(id),
  add: (row: Exported) => rows.add(row),
  expired: (now: Date, limit: number) =>
    rows.find({
      where: { expiresAt: _.and(_.gt(new Date(0)), _.lt(now)) },
      orderBy: [['expiresAt', 'asc']],
      limit,
      fields: ['_id', 'fileId'],
    }),
  /** What was asked goes too: it may be a name somebody searched by. */
  gone: (ids: string[]) => rows.update({ _id: _.in(ids) }, { expiresAt: null, asked: '' }),
};
