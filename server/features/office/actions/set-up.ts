import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { offices } from '../../../stores/offices';

/** Settings as a whole: sent twice, they are the same. */
export const setUp: Act<'office.setUp'> = async (ctx, { name, preset, hosts }) => {
  hosts.forEach(({ id }, i) => {
    if (hosts.findIndex((host) => host.id === id) !== i)
      throw new AppError('invalid', '主办方重复', `hosts.${i}.id`);
  });
  await offices.setUp({ name, preset, hosts });
  ctx.record({ collection: 'offices', subjectId: 'office' });
  return { preset };
};
