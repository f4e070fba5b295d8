import type { Output } from '@contract/index';
import type { WrittenRung } from './rungs-editor';
import type { YesNo } from './writing';

type Policy = NonNullable<Output<'office.get'>['policy']>;

/** What concerns messages and notices of the rulebook as it stands on the page. */
export interface NoticesWriting {
  quietFrom: string;
  quietTo: string;
  documentNumber: string;
  review: YesNo;
  rungs: WrittenRung[];
  remindAt: string;
  digestAt: string;
}

export const noticesWritingOf = ({ messages, notices }: Policy): NoticesWriting => ({
  quietFrom: messages.quietFrom,
  quietTo: messages.quietTo,
  documentNumber: notices.number,
  review: notices.review ? 'yes' : 'no',
  rungs: notices.rungs.map(({ workdays, to }) => ({
    side: workdays === 0 ? 'day' : workdays < 0 ? 'before' : 'after',
    days: workdays === 0 ? '' : String(Math.abs(workdays)),
    to,
  })),
  remindAt: notices.remindAt,
  digestAt: notices.digestAt,
});

export const messagesOf = ({ quietFrom, quietTo }: NoticesWriting): Policy['messages'] => ({
  quietFrom: clockOf(quietFrom),
  quietTo: clockOf(quietTo),
});

export const noticesOf = (written: NoticesWriting): Policy['notices'] => ({
  number: written.documentNumber.trim(),
  review: written.review === 'yes',
  rungs: written.rungs
    .map(({ side, days, to }) => ({ workdays: workdaysOf(side, days), to }))
    .sort((a, b) => a.workdays - b.workdays),
  remindAt: clockOf(written.remindAt),
  digestAt: clockOf(written.digestAt),
});

/** Empty is no number: the server says what is missing. */
function workdaysOf(side: WrittenRung['side'], days: string): number {
  if (side === 'day') return 0;
  const n = days.trim() === '' ? NaN : Number(days);
  return side === 'before' ? -n : n;
}

/** As a phone types it: full-width colon, one digit of the hour. */
function clockOf(text: string): string {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim()) ?? [];
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : text.trim();
}
