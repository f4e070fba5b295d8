import { handoverLabels, type HandoverReader } from '@contract/rules/handover';
import type { Caller } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { readerOf } from '../../kit/handing-over';
import type { Handover } from '../../stores/handovers';

/** Somebody else's is as good as none. */
export function mustBeParty(
  handover: Handover | null,
  caller: Caller,
): { handover: Handover; reader: HandoverReader } {
  const reader = handover && readerOf(handover, caller);
  if (!handover || !reader) throw new AppError('missing', '没有找到这次交接');
  return { handover, reader };
}

export function mustBeOpen({ state }: Handover): void {
  if (state === 'open') return;
  throw state === 'ready'
    ? new AppError('closed', '双方已经确认，正在等秘书处审核，不用再操作')
    : new AppError('closed', `这次交接的结果是“${handoverLabels[state]}”，已经办结`);
}

/** Whoever gave the seat up some other way has no word in the handover any more. */
export const stillSits = ({ unitId, kind, leaver }: Handover, { openid, person }: Caller): boolean =>
  leaver.openid === openid && !!person?.seats.some((seat) => seat.unitId === unitId && seat.kind === kind);
