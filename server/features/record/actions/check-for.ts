import { checkChannels } from '@contract/record';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { notInForce, verifyAll } from '../verified';

/** 无变更, told to staff (代录): who noted it and how it was told stays on the record. */
export const checkFor: Act<'record.checkFor'> = async (ctx, { filingId, channel }) => {
  const [office, filing] = await Promise.all([offices.get(), filings.get(filingId)]);
  if (!filing) throw new AppError('missing', '没有找到这份登记', 'filingId');
  if (!filing.inForce) throw notInForce();
  return verifyAll(ctx, filing, policyOf(office), {
    by: ctx.caller.person?.staff?.name ?? '',
    note: `${checkChannels[channel]}核对，无变更（秘书处代录）`,
    waiting: '这份资料有变更申请等秘书处审核，请先在“资料变更”里办理',
    amend: '请联络员在“我的登记资料”里补上',
  });
};
