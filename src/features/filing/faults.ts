import * as v from 'valibot';
import { formFault, formFields, formKeys, formSent, type FormDraft, type FormKey } from '@contract/form';

/** What is wrong, by field path such as `resume.0.start`. */
export type Faults = Record<string, string>;

const optional = formKeys.filter((key) => v.safeParse(formFields[key], undefined).success);

/** Asked at all: the level is a state-owned enterprise's only. */
export const isAsked = (key: FormKey, form: FormDraft): boolean =>
  key !== 'unitStateLevel' || form.unitNature === 'state';

export const isRequired = (key: FormKey): boolean => key === 'unitStateLevel' || !optional.includes(key);

/** The fields of `keys` that are asked, as they are sent. */
export const sendable = (keys: FormKey[], form: FormDraft): FormDraft =>
  Object.fromEntries(keys.filter((key) => isAsked(key, form)).map((key) => [key, form[key]]));

/** Stand in for the core of the form where only some of its fields are looked at. */
const CORE = { unitName: '·', name: '·', mobile: '·' };

/** The row that stands there before anything is typed. */
export const BLANK = { start: '', end: '', work: '' };

/** Everything wrong with `keys`, each by its own rule and then together; `today` is a day. */
export function faultsOf(keys: FormKey[], form: FormDraft, today: string): Faults {
  const faults: Faults = {};
  const asked = keys.filter((key) => isAsked(key, form));
  for (const key of asked) {
    const parsed = v.safeParse(
      formFields[key],
      blankless(key === 'resume' && !form.resume?.length ? [BLANK] : form[key]),
    );
    for (const { path = [], message } of parsed.issues ?? []) {
      faults[[key, ...path.map((part) => String(part.key))].join('.')] ??= message;
    }
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

/** A day not chosen yet is missing, not wrong: the rule then says so. */
function blankless(value: FormDraft[FormKey]): unknown {
  if (!Array.isArray(value)) return value ?? undefined;
  return value.map(({ start, end, work }) => ({
    start: start || undefined,
    end: end === '' ? undefined : end,
    work,
  }));
}
