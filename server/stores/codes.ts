import { _ } from '../kit/cloud';
import { table, type Row } from '../kit/table';

/** A registration code (登记码): its random id is the possession that counts; deleting trust = revoking. */
export interface Code extends Row {
  /** The unit it is bound to; null: open, the liaison finds the unit. */
  unitId: string | null;
  unitName: string | null;
  issuedBy: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  uses: number;
  /** File id of the mini-program code, made at first showing. */
  pictureId: string | null;
  /** The request that made it; unique, so that its repeat makes no second code. */
  requestId: string;
  /** Time of issue and id: distinct, so it can say where a page ended. */
  order: string;
}

const rows = table<Code>('codes');

export const codes = {
  get: (id: string) => rows.get(id),
  add: (code: Code) => rows.add(code),
  byRequest: async (requestId: string) => (await rows.find({ where: { requestId }, limit: 1 }))[0] ?? null,
  page: (before: string | undefined, limit: number) =>
    rows.find({ where: before ? { order: _.lt(before) } : {}, orderBy: [['order', 'desc']], limit }),
  picture: (id: string, pictureId: string) => rows.update({ _id: id, pictureId: null }, { pictureId }),
  revoke: (id: string, now: Date) => rows.update({ _id: id, revokedAt: null }, { revokedAt: now }),
  renameUnit: (unitId: string, unitName: string) => rows.update({ unitId }, { unitName }),
  used: (id: string) => rows.update({ _id: id }, { uses: _.inc(1) }),
};
