import type { SeatKind } from '@contract/me';
import type { Policy } from '@contract/policy/schema';
import { shanghaiDay } from '@contract/rules/calendar';
import {
  handoverComplete,
  lateWorkdays,
  nextHandover,
  type HandoverEvent,
  type HandoverFacts,
  type HandoverReader,
} from '@contract/rules/handover';
import { handovers, handoverSlot, type Handover } from '../stores/handovers';
import type { Seat, Unit } from '../stores/units';
import { uploads } from '../stores/uploads';
import { isWorkday } from './calendar';
import type { Caller, Context } from './context';
import { AppError } from './errors';
import { checkText } from './text-check';

/** What registrations (备案) and handovers (交接) share: they end together. */

/** Days ahead a change may be announced. */
const AHEAD = 90;

export interface Changed {
  changedOn: string;
  reason: string;
}

export const factsOf = (handover: Handover): HandoverFacts => ({
  state: handover.state,
  successor: handover.successor !== null,
  leaverAgreed: handover.leaverAgreedAt !== null,
  letter: handover.letterKey !== null,
  successorAgreed: handover.successorAgreedAt !== null,
});

/** As what the caller looks at a handover; null: it is no business of theirs. The two sides come before the office. */
export function readerOf(handover: Handover, { openid, person }: Caller): HandoverReader | null {
  if (handover.leaver.openid === openid) return 'leaver';
  if (handover.successor?.openid === openid) return 'successor';
  return person?.staff ? 'staff' : null;
}

/** The change with one more word said, and `ready` when it was the last one. */
export function withWord(handover: Handover, word: Partial<Handover>): Partial<Handover> {
  const complete = handoverComplete(factsOf({ ...handover, ...word }));
  const state = complete ? nextHandover(handover.state, 'complete') : null;
  return { ...word, ...(state && { state }) };
}

/** How it ends; its seat may be handed over anew. Null when it is over already. */
export function endOf(
  handover: Handover,
  event: Exclude<HandoverEvent, 'complete'>,
): Partial<Handover> | null {
  const state = nextHandover(handover.state, event);
  return state && { state, slot: handover._id };
}

/**
 * The handover under way for a seat. One begun with somebody who holds the seat no more is set aside here: whoever
 * sits there now begins a new one. One request, a second for the latter.
 */
export async function openHandover(ctx: Context, unit: Unit, kind: SeatKind): Promise<Handover | null> {
  const found = await handovers.bySlot(unit._id, kind);
  if (!found || unit.seats[kind]?.filingId === found.leaver.filingId) return found;
  const entry = { at: ctx.now, event: 'cancel', by: '', note: '席位已变动' };
  const ended = endOf(found, 'cancel');
  if (ended) await handovers.move(found._id, found.state, ended, entry, ctx.requestId);
  return null;
}

/** A handover as it begins; `late` by the policy's limit, counted from the day of the change. */
export function newHandover(
  ctx: Context,
  unit: Unit,
  leaver: Seat,
  { changedOn, reason }: Changed,
  policy: Policy,
): Omit<Handover, 'startedBy' | 'successor' | 'filingId' | 'letterKey'> {
  const lateBy = lateOn(ctx, changedOn, policy);
  const by = ctx.caller.person?.name ?? '';
  return {
    _id: ctx.requestId,
    unitId: unit._id,
    unitName: unit.name,
    kind: leaver.kind,
    leaver: { openid: leaver.openid, name: leaver.name, filingId: leaver.filingId },
    code: ctx.newId(18),
    leaverAgreedAt: null,
    successorAgreedAt: null,
    changedOn,
    reason,
    late: lateBy > 0,
    lateBy,
    state: 'open',
    slot: handoverSlot(unit._id, leaver.kind),
    history: [{ at: ctx.now, event: 'start', by, note: '' }],
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
    requests: [ctx.requestId],
  };
}

const lateOn = ({ now }: Context, changedOn: string, { filing }: Policy): number =>
  lateWorkdays(changedOn, shanghaiDay(now), filing.reportChangeWithinWorkdays, isWorkday);

/** Refuses a day too far off and words WeChat calls risky; `at` is the path of the two fields. */
export async function changeMustBeSound(
  { caller, now }: Context,
  { changedOn, reason }: Changed,
  at = '',
): Promise<void> {
  if (changedOn > shanghaiDay(new Date(now.getTime() + AHEAD * 86_400_000)))
    throw new AppError('invalid', `变更日期最多提前${AHEAD}天填报`, `${at}changedOn`);
  await checkText(caller.openid, reason, `${at}reason`, 'forum', '交接原因');
}

/** The letter has to be the caller's own and looked at by the server: no foreign file is shown to the reviewer. */
export async function letterMustBeReady(
  { caller }: Context,
  letterKey: string,
  field: string,
): Promise<void> {
  const [upload] = await uploads.byKeys([letterKey]);
  if (!upload?.fileId || upload.owner !== caller.openid || upload.use !== 'letter')
    throw new AppError('invalid', '单位来函没有上传成功，请重新上传', field);
}
