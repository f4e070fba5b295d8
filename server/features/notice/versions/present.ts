import type { Output } from '@contract/index';
import { receiptTurn } from '@contract/rules/receipt';
import type { Notice } from '../../../stores/notices';
import type { Receipt } from '../../../stores/receipts';

type Whole = Extract<Output<'notice.get'>, { view: 'whole' }>;
type Version = Pick<
  Whole,
  'number' | 'addressee' | 'withdrawn' | 'correction' | 'newer' | 'revisions' | 'body' | 'urls'
>;

/** What became of the notice since it went out; `newest` stands in its place. A unit does not read what was withdrawn. */
export function presentVersion(
  notice: Notice,
  newest: Notice | null,
  forUnit: boolean,
  urls: Record<string, string>,
): Version {
  const { number, audience, withdrawn, correction, corrects, revisions = [], body } = notice;
  return {
    number: number?.text ?? null,
    addressee: audience.kind === 'all' ? '各会员单位' : '各有关会员单位',
    withdrawn: withdrawn
      ? { at: withdrawn.at.toISOString(), by: withdrawn.by, reason: withdrawn.reason }
      : null,
    correction: correction
      ? {
          at: correction.at.toISOString(),
          note: correction.note,
          // Corrected in place afterwards, the last word is about that.
          of: (correction.requestId === notice._id && corrects) || null,
        }
      : null,
    newer: newest && {
      noticeId: newest._id,
      at: newest.publishedAt.toISOString(),
      note: newest.correction?.note ?? '',
    },
    revisions: forUnit ? 0 : revisions.length,
    ...(withdrawn && forUnit ? { body: [], urls: {} } : { body, urls }),
  };
}

const closedTurns = {
  withdrawn: '已撤回，您无需操作',
  corrected: '已更正，请看更正后的通知',
  left: '单位退会时已终止办理，您无需操作',
} as const;

/** Whose turn it is; nobody's once the notice was withdrawn or corrected. */
export const turnUnlessClosed = (
  { ask, state, closed }: Pick<Receipt, 'ask' | 'state' | 'closed'>,
  due: string,
): string => (closed ? closedTurns[closed] : receiptTurn(ask, state, due));
