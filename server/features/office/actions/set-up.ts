import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { offices, type Office } from '../../../stores/offices';
import { units } from '../../../stores/units';

/** Settings as a whole: sent twice, they are the same. */
export const setUp: Act<'office.setUp'> = async (ctx, { name, preset, hosts }) => {
  hosts.forEach(({ id }, i) => {
    if (hosts.findIndex((host) => host.id === id) !== i)
      throw new AppError('invalid', '主办方重复', `hosts.${i}.id`);
  });
  await noneMayBeInUse(
    ((await offices.get())?.hosts ?? []).filter((old) => !hosts.some(({ id }) => id === old.id)),
  );
  await offices.setUp({ name, preset, hosts });
  ctx.record({ collection: 'offices', subjectId: 'office' });
  return { preset };
};

/** A unit whose host is gone could not be saved any more. */
async function noneMayBeInUse(dropped: Office['hosts']): Promise<void> {
  for (const { id, name } of dropped) {
    const count = await units.countOfHost(id);
    if (count === 0) continue;
    throw new AppError('conflict', `还有${count}家会员单位属于“${name}”，不能去掉这个主办方`, 'hosts');
  }
}
