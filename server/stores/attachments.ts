import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';
import type { AttachmentKind } from '@contract/unit';

/** A paper in a unit's file (licence, proof, returned form with its seal); `_id` is the request id that put it there. */
export interface Attachment extends Row {
  unitId: string;
  kind: AttachmentKind;
  /** Upload key of the file. */
  fileKey: string;
  name: string;
  /** What it is the paper of: a filing, a handover, a correction; null: the unit itself. */
  subjectId: string | null;
  by: string;
  at: Date;
  removedAt: Date | null;
  /** The request that took it out. */
  removedBy?: string;
  /** Time and id: distinct, so it can say where a page ended. */
  order: string;
}

const rows = table<Attachment>('attachments');

export const attachments = {
  get: (id: string) => rows.get(id),
  /** False when this request was stored before. */
  add: (attachment: Attachment) => rows.add(attachment),
  ofUnit: (unitId: string, before: string | undefined, limit: number) =>
    rows.find({
      where: { unitId, removedAt: null, ...(before && { order: _.lt(before) }) },
      orderBy: [['order', 'desc']],
      limit,
    }),
  /** Taken out of the file, in no order; their files are kept. */
  takenOut: (unitId: string, limit: number) =>
    rows.find({ where: { unitId, removedAt: _.gt(new Date(0)) }, limit }),
  /** 1 for the one who takes it out; the file itself is kept. */
  remove: (id: string, removedAt: Date, removedBy: string) =>
    rows.update({ _id: id, removedAt: null }, { removedAt, removedBy }),
};
