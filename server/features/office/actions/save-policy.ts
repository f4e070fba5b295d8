import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyMustHold, policyOf } from '../../../kit/policy';
import { fieldsMustBeClean, freshWords, wordsIn } from '../../../kit/text-check';
import { offices } from '../../../stores/offices';
import { noDeputyMayLose } from '../deputies';

/** The parts named replace those of the rulebook in force; together they must hold (contract/policy/schema.ts). */
export const savePolicy: Act<'office.savePolicy'> = async (ctx, { changes, seen }) => {
  const office = await offices.get();
  const before = policyOf(office);
  let policyAt = office?.policyAt ?? ctx.now;
  if (!office?.requests?.includes(ctx.requestId)) {
    const policy = policyMustHold({ ...before, ...changes }, (path) => `changes.${path}`);
    await noDeputyMayLose(before, policy, 'changes.seats.deputy');
    const fresh = freshWords(wordsIn(changes, 'changes'), wordsIn(before, ''));
    await fieldsMustBeClean(ctx.caller.openid, fresh, 'changes', 'forum', '协会设置');
    policyAt = ctx.now;
    const from = seen === null ? null : new Date(seen);
    const saved = await offices.savePolicy(policy.id, from, policy, policyAt, ctx.requestId);
    if (!saved && !(await offices.get())?.requests?.includes(ctx.requestId))
      throw new AppError('conflict', '制度设置刚被同事改过，请重新打开后再改');
  }
  ctx.record({ collection: 'offices', subjectId: 'office' });
  return { policyAt: policyAt.toISOString() };
};
