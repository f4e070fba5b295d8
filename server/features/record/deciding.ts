import { formFault, formLabels, type FormKey, type FormPart } from '@contract/form';
import type { Parsed } from '@contract/index';
import { shanghaiDay } from '@contract/rules/calendar';
import { AppError } from '../../kit/errors';
import type { Correction } from '../../stores/corrections';

/** Every field of the request once; a refusal has a reason. */
export function decidedBy(
  { keys }: Correction,
  decisions: Parsed<'record.decide'>['decisions'],
): Correction['decided'] {
  decisions.forEach(({ key, agreed, reason }, i) => {
    if (!keys.includes(key))
      throw new AppError('invalid', `“${formLabels[key]}”没有申请变更`, `decisions.${i}.key`);
    if (decisions.findIndex((one) => one.key === key) !== i)
      throw new AppError('invalid', `“${formLabels[key]}”选了两次`, `decisions.${i}.key`);
    if (!agreed && !reason)
      throw new AppError(
        'invalid',
        `请写明不同意“${formLabels[key]}”的原因，联络员会看到`,
        `decisions.${i}.reason`,
      );
  });
  const left = keys.find((key) => !decisions.some((one) => one.key === key));
  if (left) throw new AppError('invalid', `“${formLabels[left]}”还没有选同意或不同意`, 'decisions');
  return Object.fromEntries(
    decisions.map(({ key, agreed, reason }) => [key, { agreed, reason: agreed ? '' : reason }]),
  );
}

export const agreedOf = ({ keys, decided }: Correction): FormKey[] =>
  keys.filter((key) => decided[key]?.agreed);

/** A part of the changes may not fit together (a nature without its level): then none is written. */
export function mustHold(form: FormPart, { keys }: Correction, now: Date): FormPart {
  const fault = formFault(form, { fields: [], required: [] }, shanghaiDay(now));
  if (fault && keys.some((key) => key === fault.field.split('.')[0]))
    throw new AppError('invalid', `只同意一部分会前后不符：${fault.message}`, 'decisions');
  return form;
}

/** What the liaison reads on the home page: 同意2项；不同意“传真”（与名片不一致）. */
export function summaryOf(row: Correction): string {
  const agreed = agreedOf(row).length;
  const refused = row.keys.flatMap((key) => {
    const one = row.decided[key];
    return one && !one.agreed ? [`“${formLabels[key]}”（${one.reason}）`] : [];
  });
  const parts = [agreed > 0 && `同意${agreed}项`, refused.length > 0 && `不同意${refused.join('、')}`];
  return parts.filter(Boolean).join('；').slice(0, SUMMARY_MAX);
}

const SUMMARY_MAX = 200;
