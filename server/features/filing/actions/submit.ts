import { askedOf } from '@contract/form';
import { filingTurn } from '@contract/rules/filing';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { validCode } from '../../../kit/registration-code';
import { holdsSeat } from '../../../kit/rules';
import { codes } from '../../../stores/codes';
import { filings, filingSlot } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { units, type Unit } from '../../../stores/units';
import { mustBeSound, policyOf } from '../form-check';

/** Sends a registration in. The row's id is the request id, its slot keeps a person to one open filing per unit. */
export const submit: Act<'filing.submit'> = async (ctx, input) => {
  const known = await filings.get(ctx.requestId);
  if (known && known.openid !== ctx.caller.openid) throw new AppError('conflict');
  if (!known) await send(ctx, input);
  ctx.record({ collection: 'filings', subjectId: ctx.requestId, unitId: known?.unitId ?? input.unitId });
  return { filingId: ctx.requestId, turn: filingTurn(known?.state ?? 'submitted', 'liaison').line };
};

async function send(...[ctx, { codeId, unitId, form: sent }]: Parameters<typeof submit>): Promise<void> {
  const [code, office, unit] = await Promise.all([
    validCode(codeId, ctx.now),
    offices.get(),
    units.get(unitId),
  ]);
  const policy = policyOf(office);
  if (code.unitId && code.unitId !== unitId) {
    throw new AppError('invalid', `这张登记码是发给${code.unitName}的，请为该单位登记`, 'unitId');
  }
  unitMustTake(ctx, unitId, unit);
  const form = askedOf(sent, policy.filing);
  await mustBeSound(ctx, form, policy);

  const { openid, person } = ctx.caller;
  const added = await filings.add({
    _id: ctx.requestId,
    unitId,
    unitName: unit.name,
    hosts: unit.hosts,
    openid,
    codeId,
    form,
    mobileVerified: form.mobile === person?.verifiedMobile,
    state: 'submitted',
    open: true,
    slot: filingSlot(openid, unitId),
    numbers: [],
    returned: [],
    note: '',
    history: [{ at: ctx.now, event: 'submit', by: form.name ?? '', note: '' }],
    submittedAt: ctx.now,
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
    requests: [ctx.requestId],
  });
  if (added) await codes.used(codeId);
  else if (!(await filings.get(ctx.requestId))) {
    throw new AppError('conflict', '您为这家单位提交的登记还没有办结，请在“我的登记”里查看', 'unitId');
  }
}

function unitMustTake({ caller }: Context, unitId: string, unit: Unit | null): asserts unit is Unit {
  if (!unit?.active) throw new AppError('missing', '没有找到这家单位，可能已不在册，请联系秘书处', 'unitId');
  if (holdsSeat(caller, unitId))
    throw new AppError('conflict', '您已经是这家单位的联络员，不用再登记', 'unitId');
}
