import type { Parsed } from '@contract/index';
import type { Policy } from '@contract/policy/schema';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import {
  changeMustBeSound,
  letterMustBeReady,
  newHandover,
  openHandover,
  withWord,
} from '../../kit/handing-over';
import { transact } from '../../kit/table';
import { filings, type Filing } from '../../stores/filings';
import { handovers, type Handover } from '../../stores/handovers';
import type { Seat, Unit } from '../../stores/units';

const busy = () =>
  new AppError('conflict', '这个席位已有别人在办理交接，请联系原联络员或秘书处', 'handover.changedOn');

/** What a registration for a seat somebody holds brings with it: the handover begun now, or the leaver's own to join. */
export interface TakingOver {
  join: Handover | null;
  begin: Handover | null;
}

/** Refuses what cannot take the seat over; at most three requests, and one call of WeChat's text check. */
export async function takingOver(
  ctx: Context,
  unit: Unit,
  holder: Seat,
  typed: Parsed<'filing.submit'>['handover'],
  policy: Policy,
): Promise<TakingOver> {
  const open = await openHandover(ctx, unit, holder.kind);
  if (open?.successor && open.successor.openid !== ctx.caller.openid) throw busy();
  if (typed) await changeMustBeSound(ctx, typed, 'handover.');
  if (typed?.letterKey) await letterMustBeReady(ctx, typed.letterKey, 'handover.letterKey');
  const letterKey = typed?.letterKey ?? null;
  // The leaver said when and why; what the successor says of it changes nothing but the letter.
  if (open) return { join: { ...open, letterKey: letterKey ?? open.letterKey }, begin: null };
  if (!typed)
    throw new AppError(
      'invalid',
      `${policy.seats.names[holder.kind]}现在由别人担任，请填写变更日期和原因，办理交接`,
      'handover.changedOn',
    );
  const begun = newHandover(ctx, unit, holder, typed, policy);
  return {
    join: null,
    begin: { ...begun, startedBy: 'successor', successor: null, filingId: null, letterKey },
  };
}

/** Registration and handover in one, and its id; null when the person has a registration with this handover already. */
export async function sendWithHandover(
  ctx: Context,
  filing: Filing,
  { join, begin }: TakingOver,
): Promise<string | null> {
  const successor = { openid: filing.openid, name: filing.form.name ?? '' };
  const mine = { successor, filingId: filing._id };
  return transact(async (tx) => {
    if (begin) {
      await handovers.addIn(tx, { ...begin, ...mine });
      await filings.addIn(tx, { ...filing, handoverId: begin._id });
    } else if (join) {
      const now = await handovers.getIn(tx, join._id);
      if (now?.successor?.openid === filing.openid) return null;
      if (!now || now.state !== 'open' || now.successor) throw busy();
      const entry = { at: ctx.now, event: 'join', by: successor.name, note: '' };
      const change = withWord(now, { ...mine, letterKey: join.letterKey });
      await handovers.moveIn(tx, join._id, change, entry, ctx.requestId);
      await filings.addIn(tx, { ...filing, handoverId: join._id });
    }
    return (begin ?? join)?._id ?? '';
  });
}
