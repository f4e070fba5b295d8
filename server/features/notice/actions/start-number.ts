import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { counters } from '../../../stores/counters';
import { offices } from '../../../stores/offices';
import { numbersOf } from '../numbering';

/** Goes on from the paper register. A setting of the office, not a clerk's: a number too high cannot be taken back. */
export const startNumber: Act<'notice.startNumber'> = async (ctx, { hostId, year, last }) => {
  const office = await offices.get();
  if (!office?.hosts.some(({ id }) => id === hostId))
    throw new AppError('invalid', '没有这个发文单位', 'hostId');
  if (!(await counters.leaveOut(numbersOf(year), hostId, last, ctx.requestId)))
    throw new AppError('conflict', '文号已用到这个号数，只能往后调；请刷新登记簿后再填', 'last');
  ctx.record({ collection: 'counters', subjectId: `${numbersOf(year)}_${hostId}` });
  return { last };
};
