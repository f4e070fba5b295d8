import type { Act } from '../../../kit/act';
import { lapseCorrections } from '../../../kit/closing-corrections';
import type { Context } from '../../../kit/context';
import { AppError, isDuplicate } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { renameSeats } from '../../../kit/rename-seats';
import { transact } from '../../../kit/table';
import { filings, type Filing } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { outbox } from '../../../stores/outbox';
import { people } from '../../../stores/people';
import { units, type Seat } from '../../../stores/units';
import { byCouncil } from '../council';
import { stateAfter } from '../move';
import { takeNumbers } from '../numbers';
import { seatMustPass } from '../passing';
import { takenInto } from '../seating';
import { writeSeat } from '../write-seat';

/**
 * Seats the liaison: filing, unit and person change together (decision D6), in twelve requests with identification,
 * start and commit. With a handover the transaction alone takes twelve, the leaver's record and rights ending in it.
 * Numbers are taken outside the transaction and kept over its attempts: a gap is allowed, a double not.
 */
export const approve: Act<'filing.approve'> = async (ctx, { filingId, take, council }) => {
  const office = await offices.get();
  const policy = policyOf(office);
  let given: string[] | undefined;
  const { filing, numbers, renamed, ended } = await transact(async (tx) => {
    const filing = await filings.getIn(tx, filingId);
    if (!filing) throw new AppError('missing', '没有找到这份登记');
    if (filing.requests.includes(ctx.requestId))
      return { filing, numbers: filing.numbers, renamed: null, ended: [] };
    stateAfter(filing, 'approve');
    const unit = await units.getIn(tx, filing.unitId);
    const handover = filing.handoverId ? await handovers.getIn(tx, filing.handoverId) : null;
    seatMustPass(filing, unit, handover, policy);
    const lapsed = await byCouncil(filing, unit, policy, council);
    const change = { ...takenInto(unit, filing.form, take), ...lapsed };
    given ??= await takeNumbers(ctx, office, unit);
    const ended = await writeSeat(ctx, tx, { filing, unit, handover, change, numbers: given });
    return { filing, numbers: given, renamed: change.name ? { ...unit, name: change.name } : null, ended };
  }).catch((error: unknown) => {
    const sameName = take.includes('unitName') && isDuplicate(error);
    throw sameName ? new AppError('conflict', '已有同名单位，请先核对单位全称', 'take') : error;
  });
  if (renamed) await renameSeats(renamed, renamed.name);
  for (const seat of ended) await tidyUp(ctx, filing, seat);
  return { numbers };
};

/**
 * Without effect already: messages to who sits there no more are not sent, what was lent by a closed record is void, and
 * what was to be changed in it can be agreed to no more.
 */
async function tidyUp({ now, requestId }: Context, { openid, unitId }: Filing, seat: Seat): Promise<void> {
  const moved = seat.openid === openid;
  await people.endProxiesOf([seat.filingId]);
  if (!moved) await outbox.drop([seat.openid], unitId);
  await lapseCorrections([seat.filingId], moved ? 'moved' : 'handedOver', now, requestId);
}
