import { _ } from '../kit/cloud';
import { table, type Row, type Tx } from '../kit/table';
import type { SeatKind } from '@contract/me';
import type { MessageKey } from '@contract/messages';
import type { Credit } from '@contract/rules/outbox';
import { roles, type Role, type Scope } from '@contract/rules/rights';

/** One WeChat user we know: `_id` is the openid, so a person cannot exist twice. Never sent to a client. */
export interface Person extends Row {
  name: string;
  /** Number vouched for by WeChat's phone button. */
  verifiedMobile: string | null;
  /** The request that verified it: WeChat's code works once, its repeat finds the number here. */
  verifiedBy: string | null;
  seats: { unitId: string; unitName: string; kind: SeatKind; since: Date }[];
  /**
   * Acts for a unit from day to day (both included) in these matters only (临时代理), as long as the record on the seat
   * that was lent (`filingId`) is in force: kit/caller.ts looks.
   */
  proxies: {
    proxyId: string;
    unitId: string;
    unitName: string;
    filingId: string;
    from: string;
    to: string;
    scopes: Scope[];
  }[];
  staff: { role: Role; name: string } | null;
  /** Day of the present staff post; absent on rows older than this field. */
  staffSince?: Date | null;
  /** The post of somebody who is staff no more. */
  formerStaff?: { role: Role; name: string; until: Date };
  /** Personal fields were emptied at the person's own request. */
  erasedAt?: Date;
  consents: { version: string; at: Date }[];
  /** One-time subscription messages this person still accepts, by our own count (decision D8); absent: none yet. */
  credits?: Partial<Record<MessageKey, Partial<Credit>>>;
  creditRequests?: string[];
  /** When WeChat's latest pushes of an accept and of a switch turned off were made, seconds: a late one changes nothing. */
  creditTimes?: Partial<Record<MessageKey, { on?: number; off?: number }>>;
  /** A staff member is sent a message with each morning's digest (早报); absent: not. */
  digest?: boolean;
  createdAt: Date;
}

const rows = table<Person>('people');

export const newPerson = (openid: string, now: Date): Person => ({
  _id: openid,
  name: '',
  verifiedMobile: null,
  verifiedBy: null,
  seats: [],
  proxies: [],
  staff: null,
  consents: [],
  createdAt: now,
});

export const people = {
  get: (openid: string) => rows.get(openid),
  byIds: (openids: string[]) =>
    rows.find({ where: { _id: _.in(openids) }, limit: Math.max(openids.length, 1) }),
  /** `n` messages went out to each of them. */
  spendCredit: (openids: string[], message: MessageKey, n: number) =>
    rows.update({ _id: _.in(openids) }, { [`credits.${message}.spent`]: _.inc(n) }),
  /** WeChat says they accept none any more. */
  emptyCredit: (openids: string[], message: MessageKey) =>
    rows.update({ _id: _.in(openids) }, { [`credits.${message}`]: { told: 0, pushed: 0, spent: 0 } }),
  /** WeChat's push says that they were switched off at `time`; each push once, and not when an accept came after it. */
  switchOff: (openid: string, message: MessageKey, time: number, pushId: string) =>
    rows.update(
      {
        _id: openid,
        creditRequests: _.nin([pushId]),
        [`creditTimes.${message}.on`]: _.not(_.gt(time)),
      },
      {
        [`credits.${message}`]: { told: 0, pushed: 0, spent: 0 },
        [`creditTimes.${message}.off`]: _.max(time),
        creditRequests: _.push({ each: [pushId], slice: -10 }),
      },
    ),
  /** WeChat's push says that one was accepted at `time`; each push once, and not when a switch was turned off after it. */
  switchOn: (openid: string, message: MessageKey, time: number, pushId: string) =>
    rows.update(
      {
        _id: openid,
        creditRequests: _.nin([pushId]),
        [`creditTimes.${message}.off`]: _.not(_.gt(time)),
      },
      {
        [`credits.${message}.pushed`]: _.inc(1),
        [`creditTimes.${message}.on`]: _.max(time),
        creditRequests: _.push({ each: [pushId], slice: -10 }),
      },
    ),
  /** Accepts as the client tells them; each request once. */
  addCredit: (openid: string, message: MessageKey, n: number, requestId: string) =>
    rows.update(
      { _id: openid, creditRequests: _.nin([requestId]) },
      {
        [`credits.${message}.told`]: _.inc(n),
        creditRequests: _.push({ each: [requestId], slice: -10 }),
      },
    ),
  add: (person: Person) => rows.add(person),
  consent: (openid: string, version: string, at: Date) =>
    rows.update({ _id: openid, 'consents.version': _.neq(version) }, { consents: _.push([{ version, at }]) }),
  verifyMobile: (openid: string, verifiedMobile: string, verifiedBy: string) =>
    rows.update({ _id: openid }, { verifiedMobile, verifiedBy }),
  getIn: (tx: Tx, openid: string) => rows.tx.get(tx, openid),
  /** A code makes an admin nothing less: that could take the office its last one (features/staff/posts.ts). */
  appoint: (openid: string, staff: NonNullable<Person['staff']>, staffSince: Date) =>
    rows.update(
      { _id: openid, ...(staff.role !== 'admin' && { 'staff.role': _.neq('admin') }) },
      { staff, staffSince, name: staff.name },
    ),
  wantDigest: (openid: string, digest: boolean) => rows.update({ _id: openid }, { digest }),
  /** Everybody with a staff post. */
  ofOffice: (limit: number) => rows.find({ where: { 'staff.role': _.in(Object.keys(roles)) }, limit }),
  postIn: (tx: Tx, openid: string, change: Pick<Partial<Person>, 'staff' | 'staffSince' | 'formerStaff'>) =>
    rows.tx.update(tx, openid, change),
  /** Empties what is personal; 0 when a seat was taken meanwhile. The name stays: it is in the association's files. */
  erase: (openid: string, erasedAt: Date) =>
    rows.update(
      { _id: openid, 'seats.0': _.exists(false) },
      {
        verifiedMobile: null,
        verifiedBy: null,
        consents: [],
        proxies: [],
        credits: {},
        digest: false,
        erasedAt,
      },
    ),
  seat: (tx: Tx, openid: string, name: string, seat: Person['seats'][number]) =>
    rows.tx.update(tx, openid, { name, seats: _.push([seat]) }),
  /** From one seat to another of the same unit. */
  reseatIn: (tx: Tx, openid: string, name: string, seats: Person['seats']) =>
    rows.tx.update(tx, openid, { name, seats }),
  proxyIn: (tx: Tx, openid: string, proxy: Person['proxies'][number], name: string | null) =>
    rows.tx.update(tx, openid, { proxies: _.push([proxy]), ...(name !== null && { name }) }),
  endProxyIn: (tx: Tx, openid: string, proxyId: string) =>
    rows.tx.update(tx, openid, { proxies: _.pull({ proxyId }) }),
  /** What was lent by records that are closed; without effect already (kit/caller.ts), this tidies up. */
  endProxiesOf: (filingIds: string[]) =>
    rows.update({ 'proxies.filingId': _.in(filingIds) }, { proxies: _.pull({ filingId: _.in(filingIds) }) }),
  /** Sits for the unit no more. */
  unseat: (tx: Tx, openid: string, unitId: string) =>
    rows.tx.update(tx, openid, { seats: _.pull({ unitId }) }),
  renameIn: (tx: Tx, openid: string, name: string) => rows.tx.update(tx, openid, { name }),
  /** The unit has a new name; whoever sits for it sees that one. */
  renameUnit: (openid: string, unitId: string, unitName: string) =>
    rows.update({ _id: openid, 'seats.unitId': unitId }, { 'seats.$.unitName': unitName }),
};
