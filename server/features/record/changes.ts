import { formFault, formKeys, type FormKey, type FormPart } from '@contract/form';
import type { Parsed } from '@contract/index';
import type { Policy } from '@contract/policy/schema';
import { AppError } from '../../kit/errors';
import { isSealed, keyMustBeThere, openIdNumber, sealForm } from '../../kit/id-number';
import { tidyName } from '../../kit/search';
import type { Correction } from '../../stores/corrections';
import type { Filing } from '../../stores/filings';
import { recordKeys } from './own';

/** Names are kept in one spelling however typed. */
const NAMES = ['unitName', 'region', 'industry'] as const;

/** What a request would change in the record; refuses what is not asked, what changes nothing, and what is not whole. */
export function changesOf(
  filing: Filing,
  { changes, emptied }: Pick<Parsed<'record.correct'>, 'changes' | 'emptied'>,
  policy: Policy,
  today: string,
): Pick<Correction, 'keys' | 'old' | 'changed'> {
  const asked = recordKeys(policy);
  const named = formKeys.filter((key) => key in changes || emptied.includes(key));
  const strange = named.find((key) => !asked.includes(key));
  if (strange) throw new AppError('invalid', '登记表没有这个项目，不能修改', `changes.${strange}`);

  const old = tidied(filing.form);
  if (changes.idNumber) keyMustBeThere({ fields: ['idNumber'] }, 'changes.idNumber');
  const form: FormPart = { ...without(old, emptied), ...tidied(changes) };
  // The level is a state-owned enterprise's only: it goes with the nature.
  const whole = form.unitNature === 'state' ? form : without(form, ['unitStateLevel']);
  const keys = asked.filter((key) => said(plain(whole)[key]) !== said(plain(old)[key]));
  if (keys.length === 0)
    throw new AppError('invalid', '填写的和现在登记的一样；如果都没有变化，请点“无变更”', 'changes');
  const fault = formFault(whole, policy.filing, today);
  if (fault) throw new AppError('invalid', fault.message, `changes.${fault.field}`);
  return { keys, old: only(filing.form, keys), changed: sealForm(only(whole, keys)) };
}

/** The record with the agreed fields of a correction in it. */
export const agreedInto = (form: FormPart, { changed }: Correction, agreed: FormKey[]): FormPart => ({
  ...without(form, agreed),
  ...only(changed, agreed),
});

export const only = (form: FormPart, keys: readonly FormKey[]): FormPart =>
  Object.fromEntries(Object.entries(form).filter(([key]) => keys.some((one) => one === key)));

export const without = (form: FormPart, keys: readonly FormKey[]): FormPart =>
  Object.fromEntries(Object.entries(form).filter(([key]) => !keys.some((one) => one === key)));

function tidied(form: FormPart): FormPart {
  const names = NAMES.flatMap((key) => (form[key] ? [[key, tidyName(form[key])] as const] : []));
  return { ...form, ...Object.fromEntries(names) };
}

/** To compare: a number is sealed differently each time. One that cannot be opened any more differs from every other. */
function plain(form: FormPart): FormPart {
  if (!form.idNumber || !isSealed(form.idNumber)) return form;
  try {
    return { ...form, idNumber: openIdNumber(form.idNumber) };
  } catch {
    return form;
  }
}

/** Empty, null and missing are the same to a reader. */
const said = (value: unknown): string =>
  value === undefined || value === null || value === '' ? '' : JSON.stringify(value);
