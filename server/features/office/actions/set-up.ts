import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyMustHold, policyOf } from '../../../kit/policy';
import { fieldsMustBeClean, freshWords, type Typed } from '../../../kit/text-check';
import { offices, type Office } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { noDeputyMayLose } from '../deputies';

/** Settings as a whole: sent twice, they are the same. */
export const setUp: Act<'office.setUp'> = async (ctx, { name, preset, hosts }) => {
  hosts.forEach(({ id }, i) => {
    if (hosts.findIndex((host) => host.id === id) !== i)
      throw new AppError('invalid', '主办方重复', `hosts.${i}.id`);
  });
  const office = await offices.get();
  await noneMayBeInUse((office?.hosts ?? []).filter((old) => !hosts.some(({ id }) => id === old.id)));
  const other = office?.preset !== preset;
  const policy = policyOf({ preset, hosts, policy: other ? null : office.policy });
  policyMustHold(policy, (path) => (path.startsWith('hosts') ? path : 'preset'));
  await noDeputyMayLose(office?.preset ? policyOf(office) : null, policy, 'preset');
  const fresh = freshWords(wordsOf({ name, hosts }), office ? wordsOf(office) : []);
  await fieldsMustBeClean(ctx.caller.openid, fresh, 'name', 'profile', '协会设置');
  // Another rulebook begins as shipped: what was edited belonged to the one before.
  await offices.setUp({ name, preset, hosts, ...(other && { policy: null, policyAt: null }) });
  ctx.record({ collection: 'offices', subjectId: 'office' });
  return { preset };
};

/** Everybody reads these (decision D10). */
const wordsOf = ({ name, hosts }: Pick<Office, 'name' | 'hosts'>): Typed[] => [
  ['name', name],
  ...hosts.flatMap((host, i): Typed[] => [
    [`hosts.${i}.name`, host.name],
    [`hosts.${i}.short`, host.short],
  ]),
];

/** A unit whose host is gone could not be saved any more. */
async function noneMayBeInUse(dropped: Office['hosts']): Promise<void> {
  for (const { id, name } of dropped) {
    const count = await units.countOfHost(id);
    if (count === 0) continue;
    throw new AppError('conflict', `还有${count}家会员单位属于“${name}”，不能去掉这个主办方`, 'hosts');
  }
}
