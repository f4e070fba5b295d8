import { formChoices, isPictureKey, type FormKey, type FormPart } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Output } from '@contract/index';
import type { Tone } from '@/components/tag';
import { CallError, sentenceOf } from '@/lib/call';

export type OwnRecord = Output<'record.mine'>;
export type Change = NonNullable<OwnRecord['open']>;
export type State = Change['state'];

export const stateLabels: { [S in State]: string } = {
  submitted: '待审核',
  decided: '已办结',
  withdrawn: '已撤回',
  lapsed: '已终止',
};
export const stateTones: { [S in State]: Tone } = {
  submitted: 'warning',
  decided: 'success',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};

/** A field's value as it reads; pictures are shown beside it. */
export function wordsOf(key: FormKey, form: FormPart): string {
  const value = form[key];
  if (isPictureKey(key)) return value ? '已上传' : '（没有）';
  if (Array.isArray(value))
    return value.map(({ start, end, work }) => `${start} 至 ${end ?? '今'}  ${work}`).join('\n');
  return formChoices[key]?.[value ?? ''] ?? (value || '（没有填）');
}

/** 2026-07 of an instant. */
export const monthOf = (iso: string): string => shanghaiDay(new Date(iso)).slice(0, 7);

export const dayOf = (iso: string): string => shanghaiDay(new Date(iso));

/** Why it could not be sent; without a network also what is kept and what to do. */
export const unsentWords = (error: unknown): string =>
  CallError.offline(error) ? '网络不稳，填写的内容都在，联网后请再点一次，不会重复提交' : sentenceOf(error);
