import type { Output } from '@contract/index';
import { dueText } from '@contract/rules/calendar';
import { maskMobile } from '@contract/rules/mask';
import { doneOf } from '@contract/rules/receipt';
import { isWorkday } from '../../kit/calendar';
import type { Notice } from '../../stores/notices';
import type { Receipt, Stamp } from '../../stores/receipts';
import type { Seat } from '../../stores/units';
import { presentHandedIn } from './answers/present';
import { presentVersion, turnUnlessClosed } from './versions/present';

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

/** Nothing falls due of a notice that asks nothing. */
const presentDue = ({ dueAt, asking }: Pick<Notice, 'dueAt' | 'asking'>, now: Date) => ({
  dueAt: dueAt.toISOString(),
  dueText: asking.kind === 'nothing' ? '无需回复' : dueText(now, dueAt, isWorkday),
});

/** The counters, and how many did what was asked. */
export const presentCounts = ({ counts, asking }: Pick<Notice, 'counts' | 'asking'>) => ({
  ...counts,
  done: doneOf(asking.kind, counts),
});

const turnOf = (receipt: Receipt, now: Date): string =>
  turnUnlessClosed(receipt, dueText(now, receipt.dueAt, isWorkday));

export const presentRunning = (notice: Notice, now: Date): Output<'notice.list'>['notices'][number] => ({
  noticeId: notice._id,
  title: notice.title,
  number: notice.number?.text ?? null,
  hostId: notice.hostId,
  ask: notice.asking.kind,
  state: notice.state,
  publishedAt: notice.publishedAt.toISOString(),
  counts: presentCounts(notice),
  ...presentDue(notice, now),
});

export const presentInboxItem = (receipt: Receipt, now: Date): Output<'notice.inbox'>['notices'][number] => ({
  noticeId: receipt.noticeId,
  title: receipt.title,
  number: receipt.number ?? null,
  hostName: receipt.hostName,
  publishedAt: receipt.publishedAt.toISOString(),
  dueText: receipt.ask === 'nothing' ? '无需回复' : dueText(now, receipt.dueAt, isWorkday),
  ask: receipt.ask,
  state: receipt.state,
  waiting: !receipt.done,
  closed: receipt.closed ?? null,
  turn: turnOf(receipt, now),
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
  newest: Notice | null = null,
): Whole => ({
  view: 'whole',
  noticeId: notice._id,
  title: notice.title,
  hostId: notice.hostId,
  hostName: notice.hostName,
  style: notice.style,
  state: notice.state,
  asking: notice.asking,
  publishedAt: notice.publishedAt.toISOString(),
  ...presentVersion(notice, newest, receipt !== null, urls),
  counts: receipt ? null : presentCounts(notice),
  receipt: receipt && {
    unitId: receipt.unitId,
    unitName: receipt.unitName,
    state: receipt.state,
    opened: orNull(receipt.opened),
    confirmed: orNull(receipt.confirmed),
    handedIn: presentHandedIn(
      receipt,
      notice.asking.kind === 'form' ? notice.asking.questions : [],
      presentStamp,
      now,
      notice.state === 'published',
    ),
    turn: turnOf(receipt, now),
  },
  ...presentDue(notice, now),
});

export const presentReceipt = (
  row: Receipt,
  liaison: Seat | null,
): Output<'notice.receipts'>['receipts'][number] => ({
  unitId: row.unitId,
  unitName: row.unitName,
  region: row.region,
  ask: row.ask,
  state: row.state,
  ...(row.closed === 'left' && { left: true }),
  push: row.push ? { state: row.push.state, code: row.push.code } : null,
  opened: orNull(row.opened),
  confirmed: row.confirmed && presentStamp(row.confirmed, true),
  answered: row.answered ? presentStamp(row.answered, true) : null,
  liaison: liaison && { name: liaison.name, phone: maskMobile(liaison.phone) },
});
