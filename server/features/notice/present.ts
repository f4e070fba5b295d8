import type { Output } from '@contract/index';
import { dueText } from '@contract/rules/calendar';
import { maskMobile } from '@contract/rules/mask';
import { receiptTurn } from '@contract/rules/receipt';
import { isWorkday } from '../../kit/calendar';
import type { Notice } from '../../stores/notices';
import type { Receipt, Stamp } from '../../stores/receipts';
import type { Seat } from '../../stores/units';

type Whole = Extract<Output<'notice.get'>, { view: 'whole' }>;

/** The note to what staff entered is for staff. */
export const presentStamp = ({ at, name, channel, recordedBy, note = '' }: Stamp, forStaff = false) => ({
  at: at.toISOString(),
  by: name,
  ...(channel !== 'self' && {
    onBehalf: { channel, recordedBy: recordedBy?.name ?? '', note: forStaff ? note : '' },
  }),
});
const orNull = (stamp: Stamp | null) => stamp && presentStamp(stamp);

const presentDue = (dueAt: Date, now: Date) => ({
  dueAt: dueAt.toISOString(),
  dueText: dueText(now, dueAt, isWorkday),
});

export const presentRunning = (notice: Notice, now: Date): Output<'notice.list'>['notices'][number] => ({
  noticeId: notice._id,
  title: notice.title,
  hostId: notice.hostId,
  state: notice.state,
  publishedAt: notice.publishedAt.toISOString(),
  counts: notice.counts,
  ...presentDue(notice.dueAt, now),
});

export const presentInboxItem = (
  notice: Notice,
  receipt: Receipt,
  now: Date,
): Output<'notice.inbox'>['notices'][number] => ({
  noticeId: notice._id,
  title: notice.title,
  hostName: notice.hostName,
  publishedAt: notice.publishedAt.toISOString(),
  dueText: dueText(now, receipt.dueAt, isWorkday),
  state: receipt.state,
  turn: receiptTurn(receipt.state, dueText(now, receipt.dueAt, isWorkday)),
});

export const presentCard = ({ title, hostName }: Notice): Output<'notice.get'> => ({
  view: 'card',
  title,
  hostName,
});

export const presentWhole = (
  notice: Notice,
  receipt: Receipt | null,
  urls: Record<string, string>,
  now: Date,
): Whole => ({
  view: 'whole',
  noticeId: notice._id,
  title: notice.title,
  hostName: notice.hostName,
  publishedAt: notice.publishedAt.toISOString(),
  body: notice.body,
  urls,
  counts: receipt ? null : notice.counts,
  receipt: receipt && {
    unitId: receipt.unitId,
    unitName: receipt.unitName,
    state: receipt.state,
    opened: orNull(receipt.opened),
    confirmed: orNull(receipt.confirmed),
    turn: receiptTurn(receipt.state, dueText(now, receipt.dueAt, isWorkday)),
  },
  ...presentDue(notice.dueAt, now),
});

export const presentReceipt = (
  row: Receipt,
  liaison: Seat | null,
): Output<'notice.receipts'>['receipts'][number] => ({
  unitId: row.unitId,
  unitName: row.unitName,
  region: row.region,
  state: row.state,
  push: row.push ? { state: row.push.state, code: row.push.code } : null,
  opened: orNull(row.opened),
  confirmed: row.confirmed && presentStamp(row.confirmed, true),
  liaison: liaison && { name: liaison.name, phone: maskMobile(liaison.phone) },
});
