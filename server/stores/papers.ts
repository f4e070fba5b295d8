import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
import type { Output } from '@contract/index';

/** A document that was made; `_id` is the request id, so that its repeat gives the same file. */
export interface Paper extends Row {
  kind: 'form' | 'forms' | 'recommendation' | 'change' | 'letter' | 'announcement';
  /** What it is of: a filing, correction or handover; of many, which part of which list. */
  subjectId: string;
  unitId: string | null;
  by: string;
  /** null while it is being made. */
  fileId: string | null;
  name: string;
  size: number;
  /** Of a zip: what else was answered. */
  part: Pick<Output<'paper.forms'>, 'forms' | 'skipped' | 'next'> | null;
  /** Of a published list (发文公布). */
  announcement: {
    title: string;
    number: string;
    hostIds: string[];
    until: Date;
    except: string[];
    people: number;
  } | null;
  at: Date;
  /** Holds personal data, so the file goes then; null: kept (a published list). */
  expiresAt: Date | null;
  /** Time made and id: distinct, so it can say where a page ended. */
  order: string;
}

const rows = table<Paper>('papers');

export const papers = {
  get: (id: string) => rows.get(id),
  /** False when this request was stored before. */
  add: (paper: Paper) => rows.add(paper),
  /** Sets what was made; the first one to finish counts. */
  finish: (id: string, made: Pick<Paper, 'fileId' | 'name' | 'size' | 'announcement'>) =>
    rows.update({ _id: id, fileId: null }, made),
  announcements: (before: string | undefined, limit: number) =>
    rows.find({
      where: { kind: 'announcement', ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
    }),
  expired: (now: Date, limit: number) =>
    rows.find({
      where: { expiresAt: _.and(_.gt(new Date(0)), _.lt(now)) },
      orderBy: [['expiresAt', 'asc']],
      limit,
      fields: ['_id', 'fileId'],
    }),
  drop: (ids: string[]) => rows.remove({ _id: _.in(ids) }),
};
