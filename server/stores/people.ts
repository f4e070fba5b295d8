import { _ } from '../kit/cloud';
import { table, type Row, type Tx } from '../kit/table';
import type { SeatKind } from '@contract/me';
import type { Role } from '@contract/rules/rights';

/** One WeChat user we know: `_id` is the openid, so a person cannot exist twice. Never sent to a client. */
export interface Person extends Row {
  name: string;
  /** Number vouched for by WeChat's phone button. */
  verifiedMobile: string | null;
  /** The request that verified it: WeChat's code works once, its repeat finds the number here. */
  verifiedBy: string | null;
  seats: { unitId: string; unitName: string; kind: SeatKind; since: Date }[];
  staff: { role: Role; name: string } | null;
  consents: { version: string; at: Date }[];
  createdAt: Date;
}

const rows = table<Person>('people');

export const newPerson = (openid: string, now: Date): Person => ({
  _id: openid,
  name: '',
  verifiedMobile: null,
  verifiedBy: null,
  seats: [],
  staff: null,
  consents: [],
  createdAt: now,
});

export const people = {
  get: (openid: string) => rows.get(openid),
  add: (person: Person) => rows.add(person),
  consent: (openid: string, version: string, at: Date) =>
    rows.update({ _id: openid, 'consents.version': _.neq(version) }, { consents: _.push([{ version, at }]) }),
  verifyMobile: (openid: string, verifiedMobile: string, verifiedBy: string) =>
    rows.update({ _id: openid }, { verifiedMobile, verifiedBy }),
  appoint: (openid: string, staff: NonNullable<Person['staff']>) =>
    rows.update({ _id: openid }, { staff, name: staff.name }),
  seat: (tx: Tx, openid: string, name: string, seat: Person['seats'][number]) =>
    rows.tx.update(tx, openid, { name, seats: _.push([seat]) }),
  /** The unit has a new name; whoever sits for it sees that one. */
  renameUnit: (openid: string, unitId: string, unitName: string) =>
    rows.update({ _id: openid, 'seats.unitId': unitId }, { 'seats.$.unitName': unitName }),
};
