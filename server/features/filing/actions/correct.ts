import { formKeys, formLabels, type FormKey, type FormPart } from '@contract/form';
import { filingTurn } from '@contract/rules/filing';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { sealForm } from '../../../kit/id-number';
import { offices } from '../../../stores/offices';
import type { Filing } from '../../../stores/filings';
import { findOwn } from '../find';
import { policyOf } from '../../../kit/policy';
import { mustBeSound } from '../form-check';
import { moveFiling, stateAfter } from '../move';

/** Only what was sent back may change; the whole form must hold together again. */
export const correct: Act<'filing.correct'> = async (ctx, { filingId, form: sent }) => {
  const { openid, person } = ctx.caller;
  const filing = await findOwn(filingId, openid);
  if (!filing.requests.includes(ctx.requestId)) {
    stateAfter(filing, 'correct');
    const form = sealForm(corrected(filing, sent));
    await mustBeSound(ctx, form, policyOf(await offices.get()), keysOf(filing));
    const mobileVerified = form.mobile === person?.verifiedMobile;
    await moveFiling(ctx, filing, 'correct', { form, mobileVerified, returned: [], by: form.name ?? '' });
  } else await moveFiling(ctx, filing, 'correct', { by: '' });
  return { filingId, turn: filingTurn('submitted', 'liaison').line };
};

const keysOf = ({ returned }: Filing): FormKey[] => returned.map(({ key }) => key);

/** The old form with the returned fields replaced; one that was not sent is empty now. */
function corrected(filing: Filing, sent: FormPart): FormPart {
  const asked = keysOf(filing);
  const other = formKeys.find((key) => key in sent && !asked.includes(key));
  if (other) throw new AppError('invalid', `${formLabels[other]}没有退回，不能修改`, `form.${other}`);
  const kept = Object.entries(filing.form).filter(([key]) => !asked.some((one) => one === key));
  return { ...Object.fromEntries(kept), ...sent };
}
