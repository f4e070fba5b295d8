import {
  formChoices,
  formKeys,
  formSteps,
  type FormDraft,
  type FormKey,
  type FormPart,
} from '@contract/form';
import type { FilingState } from '@contract/rules/filing';
import type { Tone } from '@/components/tag';
import { CallError, sentenceOf } from '@/lib/call';

export const stateTones: Record<FilingState, Tone> = {
  submitted: 'warning',
  returned: 'danger',
  approved: 'success',
  refused: 'neutral',
};

/** Steps of the registration page, in order. */
export const stepTitles = ['同意', ...formSteps.map(({ title }) => title), '核对'];

/** Index of the step that holds a field; null: none does. */
export function stepOf(field: string): number | null {
  if (field === 'unitId') return 1;
  const known = field === 'mobileTail' ? 'mobile' : field;
  const i = formSteps.findIndex(({ fields }) => fields.some((key) => key === known));
  return i < 0 ? null : i + 1;
}

/** A field's value as it reads; pictures are shown elsewhere. */
export function wordsOf(key: FormKey, form: FormDraft | FormPart): string {
  const value = form[key];
  if (key === 'photo' || key === 'recommendation') return value ? '已上传' : '没有上传';
  if (Array.isArray(value))
    return value.map(({ start, end, work }) => `${start} 至 ${end ?? '今'}  ${work}`).join('\n');
  return choiceWords(key, value ?? '') || '（没有填）';
}

export const choiceWords = (key: FormKey, value: string): string => formChoices[key]?.[value] ?? value;

/** Returned fields in the order of the form, whatever order they were named in. */
export const inFormOrder = <T extends { key: FormKey }>(returned: T[]): T[] =>
  [...returned].sort((a, b) => formKeys.indexOf(a.key) - formKeys.indexOf(b.key));

/** Why it could not be sent; without a network also what is kept and what to do. */
export const unsentWords = (error: unknown): string =>
  CallError.offline(error) ? '网络不稳，填写的内容都在，联网后请再点一次，不会重复提交' : sentenceOf(error);
