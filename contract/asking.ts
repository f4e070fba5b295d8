import * as v from 'valibot';
import { flag, id, text } from './fields';

/** What a notice asks of the units: nothing, to read it, to confirm it, or the answers to a form (回执表). */

const whole = (label: string, min: number, max: number) =>
  v.pipe(
    v.number(`${label}应为数字`),
    v.integer(`${label}应为整数`),
    v.minValue(min, `${label}不能小于${min}`),
    v.maxValue(max, `${label}不能大于${max}`),
  );

export const questionKinds = {
  count: '人数',
  names: '姓名',
  choice: '选择',
  text: '文字',
  file: '文件',
} as const;
export type QuestionKind = keyof typeof questionKinds;

/** Made by the composer: never a word that every object has anyway (`constructor`). */
const questionId = v.pipe(id('问题'), v.regex(/^q[0-9a-z]{1,20}$/, '问题编号不正确'));

const asked = { id: questionId, label: text('问题', 60), required: flag('是否必填') };

const question = v.variant(
  'kind',
  [
    /** A number of people, 0 to `max`. */
    v.object({ ...asked, kind: v.literal('count'), max: whole('人数上限', 1, 9999) }),
    /** Names, one a line, at most `max`. */
    v.object({ ...asked, kind: v.literal('names'), max: whole('姓名最多个数', 1, 50) }),
    v.object({
      ...asked,
      kind: v.literal('choice'),
      several: flag('是否多选'),
      options: v.pipe(
        v.array(text('选项', 40), '请填写选项'),
        v.minLength(2, '选项至少2个'),
        v.maxLength(20, '选项最多20个'),
        v.check((options) => new Set(options).size === options.length, '选项有重复'),
      ),
    }),
    v.object({ ...asked, kind: v.literal('text'), max: whole('字数上限', 1, 2000) }),
    v.object({ ...asked, kind: v.literal('file'), max: whole('文件最多个数', 1, 9) }),
  ],
  '没有这种问题',
);

/** Questions of one form. */
export const MAX_QUESTIONS = 20;

export const asking = v.variant(
  'kind',
  [
    v.object({ kind: v.literal('nothing') }),
    v.object({ kind: v.literal('read') }),
    v.object({ kind: v.literal('confirm') }),
    v.object({
      kind: v.literal('form'),
      questions: v.pipe(
        v.array(question, '请填写问题'),
        v.minLength(1, '回执表至少1个问题'),
        v.maxLength(MAX_QUESTIONS, `回执表最多${MAX_QUESTIONS}个问题`),
        v.check(
          (questions) => new Set(questions.map((one) => one.id)).size === questions.length,
          '问题编号有重复',
        ),
      ),
    }),
  ],
  '请选择需要各单位做什么',
);

export type Question = v.InferOutput<typeof question>;
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>;
export type Asking = v.InferOutput<typeof asking>;
