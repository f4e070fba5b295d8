import * as v from 'valibot';
import { formFields, type FormDraft, type FormKey } from '@contract/form';

/** What is wrong, by field path such as `resume.0.start`; `` for the whole. */
export type Faults = Record<string, string>;

/** Shown at all: the level is a state-owned enterprise's only. */
export const isAsked = (key: FormKey, form: FormDraft): boolean =>
  key !== 'unitStateLevel' || form.unitNature === 'state';

/** The row of a résumé that stands there before anything is typed. */
export const BLANK = { start: '', end: '', work: '' };

/** What its own rule says of a field's value, the first word for each path. */
export function faultsOfValue(key: FormKey, value: unknown): { output?: unknown; faults: Faults } {
  const parsed = v.safeParse(formFields[key], blankless(value));
  const faults: Faults = {};
  for (const { path = [], message } of parsed.issues ?? [])
    faults[[key, ...path.map((part) => String(part.key))].join('.')] ??= message;
  return { ...(parsed.success && { output: parsed.output }), faults };
}

/** A day not chosen yet is missing, not wrong: the rule then says so. */
function blankless(value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? undefined;
  return (value as (typeof BLANK)[]).map(({ start, end, work }) => ({
    start: start || undefined,
    end: end === '' ? undefined : end,
    work,
  }));
}
