import type { Act } from '../../../kit/act';
import { ownRecord } from '../own';
import { verifyAll } from '../verified';

/** 无变更 in one tap. */
export const check: Act<'record.check'> = async (ctx, { unitId }) => {
  const { filing, policy } = await ownRecord(ctx, unitId);
  return verifyAll(ctx, filing, policy, {
    by: filing.form.name ?? '',
    note: '本人核对，无变更',
    waiting: '您申请的变更正在审核，办结后再核对；也可以先撤回变更',
    amend: '请点“修改”补上',
  });
};
