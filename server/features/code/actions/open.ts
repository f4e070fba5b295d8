import { CONSENT_VERSION } from '@contract/filing';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { policyOf } from '../../../kit/policy';
import { validCode } from '../../../kit/registration-code';
import { handovers } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { presentHolders } from '../present';

/** What a stranger who scanned sees; nothing is counted, a use is a filing sent. */
export const open: Act<'code.open'> = async (ctx, { codeId }) => {
  const [code, office] = await Promise.all([validCode(codeId, ctx.now), offices.get()]);
  const [unit, handover] = code.unitId
    ? await Promise.all([units.get(code.unitId), handovers.byCode(code._id)])
    : [null, null];
  if (code.unitId && !unit?.active) {
    throw new AppError('missing', '登记码对应的单位已不在册，请联系秘书处', 'codeId');
  }
  const { filing, seats } = policyOf(office);
  return {
    officeName: office?.name ?? '',
    unit: unit && { unitId: unit._id, name: unit.name, holders: presentHolders(unit) },
    expiresAt: code.expiresAt.toISOString(),
    handing: handover?.state === 'open' ? { kind: handover.kind, changedOn: handover.changedOn } : null,
    asked: { fields: filing.fields, required: filing.required },
    seats: { names: seats.names, deputy: seats.deputy > 0 },
    reportChangeWithinWorkdays: filing.reportChangeWithinWorkdays,
    consentVersion: CONSENT_VERSION,
  };
};
