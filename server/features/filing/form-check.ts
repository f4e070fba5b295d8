import { formFault, formKeys, type FormKey, type FormPart } from '@contract/form';
import type { Policy } from '@contract/policy/schema';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { picturesMustBeReady, wordsMustBeClean } from '../../kit/form-check';

/** Refuses a form that is not whole, whose pictures are not the caller's, or whose words WeChat calls risky. */
export async function mustBeSound(
  ctx: Context,
  form: FormPart,
  policy: Policy,
  changed: FormKey[] = formKeys,
): Promise<void> {
  const fault = formFault(form, policy.filing, shanghaiDay(ctx.now));
  if (fault) throw new AppError('invalid', fault.message, `form.${fault.field}`);
  const part: FormPart = Object.fromEntries(
    Object.entries(form).filter(([key]) => changed.some((one) => one === key)),
  );
  await picturesMustBeReady(ctx.caller.openid, part, 'form');
  await wordsMustBeClean(ctx.caller.openid, part, 'form');
}
