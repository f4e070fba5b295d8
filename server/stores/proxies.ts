import { _ } from '../kit/cloud';
import { keep, table, type Row, type Tx } from '../kit/table';
import type { SeatKind } from '@contract/me';
import type { Scope } from '@contract/rules/rights';

/** A seat lent for some days (临时代理); `_id` is the request id that lent it. Days are `YYYY-MM-DD` in Shanghai. */
export interface Proxy extends Row {
  unitId: string;
  unitName: string;
  kind: SeatKind;
  /** Who lent it; it ends with that very record on the seat. */
  lender: { openid: string; name: string; filingId: string };
  from: string;
  to: string;
  scopes: Scope[];
  /** Random, what the colleague scans; unique. */
  code: string;
  /** File id of the mini-program code, made at first showing. */
  pictureId: string | null;
  /** Who accepted; null until then. */
  proxy: { openid: string; name: string } | null;
  acceptedAt: Date | null;
  endedAt: Date | null;
  endedBy: string;
  /** Time lent and id: distinct, for the order of a list. */
  order: string;
  requests: string[];
}

const rows = table<Proxy>('proxies');

export const proxies = {
  get: (id: string) => rows.get(id),
  getIn: (tx: Tx, id: string) => rows.tx.get(tx, id),
  add: (proxy: Proxy) => rows.add(proxy),
  byCode: async (code: string) => (await rows.find({ where: { code }, limit: 1 }))[0] ?? null,
  ofUnit: (unitId: string, limit: number) =>
    rows.find({ where: { unitId }, orderBy: [['order', 'desc']], limit }),
  /** What these people accepted of the unit, newest first. */
  acceptedBy: (unitId: string, openids: string[], limit: number) =>
    rows.find({
      where: { unitId, 'proxy.openid': _.in(openids) },
      orderBy: [['order', 'desc']],
      limit,
      fields: ['_id', 'proxy', 'acceptedAt', 'endedAt', 'from', 'to', 'scopes', 'order'],
    }),
  changeIn: (tx: Tx, id: string, change: Partial<Proxy>, requestId: string) =>
    rows.tx.update(tx, id, { ...change, requests: keep(requestId) }),
  picture: (id: string, pictureId: string) => rows.update({ _id: id, pictureId: null }, { pictureId }),
};
