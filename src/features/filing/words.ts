import {
  formChoices,
  formKeys,
  formSteps,
  isPictureKey,
  type Asked,
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
  closed: 'neutral',
};

export interface Step {
  key: string;
  title: string;
  fields: FormKey[];
}

/** Steps of the form with only what the rulebook asks; a step without a field is left out. */
export const stepsOf = ({ fields: asked }: Asked): Step[] =>
  formSteps
    .map(({ key, title, fields }) => ({ key, title, fields: fields.filter((one) => asked.includes(one)) }))
    .filter(({ fields }) => fields.length > 0)
    .map((step) => (step.key === 'proof' ? { ...step, title: proofTitle(step.fields) } : step));

/** What stands on the page beside the form itself, and the field it belongs to. */
const besides: Record<string, FormKey> = {
  unitId: 'unitName',
  kind: 'unitName',
  handover: 'unitName',
  mobileTail: 'mobile',
};

/** Index of the step that holds a field, the consent being 0; null: none does. */
export function stepOf(field: string, steps: Step[]): number | null {
  const known = besides[field] ?? field;
  const i = steps.findIndex(({ fields }) => fields.some((key) => key === known));
  return i < 0 ? null : i + 1;
}

function proofTitle(fields: FormKey[]): string {
  const papers = fields.filter((key) => key !== 'photo');
  if (papers.length === 0) return '照片';
  const words = papers.every((key) => key === 'recommendation') ? '推荐' : '材料';
  return fields.includes('photo') ? `照片与${words}` : words === '推荐' ? '推荐意见' : '证明材料';
}

/** A field's value as it reads; pictures are shown elsewhere. */
export function wordsOf(key: FormKey, form: FormDraft | FormPart): string {
  const value = form[key];
  if (isPictureKey(key)) return value ? '已上传' : '没有上传';
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
