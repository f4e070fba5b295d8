import * as v from 'valibot';
import {
  coreFields,
  formFault,
  formSent,
  isEmpty,
  missingText,
  type Asked,
  type FormDraft,
  type FormKey,
} from '@contract/form';
import { BLANK, faultsOfValue, isAsked, type Faults } from '@/lib/form-faults';

/** May not stay empty: by the rulebook, or because nobody could be seated without it. */
export const isRequired = (key: FormKey, { required }: Asked): boolean =>
  key === 'unitStateLevel' || required.includes(key) || coreFields.includes(key);

/** The fields of `keys` that are asked, as they are sent. */
export const sendable = (keys: readonly FormKey[], form: FormDraft): FormDraft =>
  Object.fromEntries(keys.filter((key) => isAsked(key, form)).map((key) => [key, valueOf(key, form)]));

/** Stand in for the core of the form where only some of its fields are looked at. */
const CORE = { unitName: '·', name: '·', mobile: '·' };

/** Everything wrong with `keys`, each by its own rule and then together; `today` is a day. */
export function faultsOf(keys: readonly FormKey[], form: FormDraft, rules: Asked, today: string): Faults {
  const faults: Faults = {};
  const asked = keys.filter((key) => isAsked(key, form));
  for (const key of asked) {
    const value = valueOf(key, form);
    const required = isRequired(key, rules);
    if (isEmpty(value) && !required) continue;
    const own = faultsOfValue(key, key === 'resume' && !value ? [BLANK] : value);
    if ('output' in own && required && isEmpty(own.output)) faults[key] = missingText(key);
    Object.assign(faults, own.faults);
  }
  const sent = v.safeParse(formSent, sendable(asked, form));
  const fault = sent.success
    ? formFault({ ...CORE, ...sent.output }, { fields: [], required: [] }, today)
    : null;
  return fault && asked.some((key) => key === headOf(fault.field))
    ? { ...faults, [fault.field]: fault.message }
    : faults;
}

/** Field a path begins with. */
export const headOf = (path: string): string => path.split('.')[0] ?? '';

/** A résumé of blank rows only is none. */
function valueOf(key: FormKey, form: FormDraft): FormDraft[FormKey] {
  const value = form[key];
  if (!Array.isArray(value)) return value;
  return value.some(({ start, end, work }) => start || end || work.trim()) ? value : undefined;
}
