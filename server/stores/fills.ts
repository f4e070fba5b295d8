import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';

/** Answers of a WeChat group entered in one go (群接龙代录); `_id` is the request id. Who answered for which unit. */
export interface Fill extends Row {
  noticeId: string;
  at: Date;
  by: { openid: string; name: string };
  entries: { unitId: string; name: string; line: number }[];
}

const rows = table<Fill>('fills');

export const fills = {
  get: (id: string) => rows.get(id),
  /** False when this request wrote it before. */
  add: (fill: Fill) => rows.add(fill),
  byIds: (ids: string[]) => rows.find({ where: { _id: _.in(ids) }, limit: Math.max(ids.length, 1) }),
};
