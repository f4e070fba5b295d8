import { seatKinds } from '@contract/me';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { units } from '../../../stores/units';

/** The audit entry is the log of unmasking (decision D10): the pipeline writes it before the number goes out. */
export const reveal: Act<'directory.reveal'> = async (ctx, { unitId, kind }) => {
  const seat = (await units.get(unitId))?.seats[kind];
  if (!seat) throw new AppError('missing', `这家单位现在没有${seatKinds[kind]}联络员`);
  ctx.record({ collection: 'people', subjectId: seat.openid, unitId });
  return { phone: seat.phone };
};
