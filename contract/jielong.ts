import * as v from 'valibot';
import { mutation, query } from './action';
import { answers } from './answers';
import { count, id, optionalText, text } from './fields';
import { receiptStates } from './rules/receipt';

/** What staff enter for a unit (代录): one by one, or from the text of a WeChat group (群接龙). Part of the notices. */

/** How the answer reached the secretariat. */
export const channels = { phone: '电话', paper: '书面', group: '群内' } as const;
export type Channel = keyof typeof channels;

export const channel = v.picklist(Object.keys(channels) as Channel[], '请选择对方是用什么方式答复的');

/** "电话代录（示例秘书）" */
export const onBehalfWords = (entry: { channel: Channel; recordedBy: string }): string =>
  `${channels[entry.channel]}代录（${entry.recordedBy}）`;

/** Who entered it and how the answer came; the note is for staff, empty for others. */
export const onBehalf = v.object({ channel, recordedBy: v.string(), note: v.string() });

/** Units one call enters. */
export const FILL_MAX = 300;

const noticeId = id('通知');
const state = v.picklist(receiptStates, '没有这个状态');

/** Why a unit is offered for a line: the line says exactly its name, short name or one of its people; or something near. */
const why = v.picklist(['name', 'short', 'person', 'above', 'similar']);

const candidate = v.object({
  unitId: v.string(),
  unitName: v.string(),
  region: v.string(),
  why,
  /** `outside`: the notice was not sent to this unit. */
  receipt: v.picklist(['missing', 'confirmed', 'outside']),
});

export const jielongContract = {
  /** Enters what a unit answered by phone, on paper or in the group: its confirmation or its form. Also after the time is over. */
  'notice.record': mutation(
    v.object({
      noticeId,
      unitId: id('单位'),
      channel,
      name: text('答复人姓名', 20),
      note: optionalText('备注', 100),
      /** Of a form; then it is filled in for the unit, not only confirmed. */
      answers: v.optional(answers),
    }),
    v.object({ state }),
  ),

  /** Takes back what staff entered; an own confirmation stays. */
  'notice.unrecord': mutation(v.object({ noticeId, unitId: id('单位') }), v.object({ state })),

  /** Pasted 接龙 text with the units it seems to name. Changes nothing. */
  'notice.matchJielong': query(
    v.object({ noticeId, text: text('接龙文字', 20_000) }),
    v.object({
      lines: v.array(
        v.object({
          line: count,
          raw: v.string(),
          /** `matched`: exactly one unit, for certain. `ambiguous`: for a human, candidates best first. */
          result: v.picklist(['matched', 'ambiguous', 'unknown', 'ignored']),
          name: v.string(),
          extra: count,
          remark: v.string(),
          /** The line may say no: 请假, 待定, a question. */
          doubt: v.boolean(),
          candidates: v.array(candidate),
        }),
      ),
    }),
  ),

  /** Enters the units of the lines staff kept, as answers from the group. `already`: confirmed before; `outside`: not sent to. */
  'notice.fillJielong': mutation(
    v.object({
      noticeId,
      entries: v.pipe(
        v.array(
          v.object({
            unitId: id('单位'),
            name: optionalText('姓名', 40),
            line: v.pipe(v.number('行号应为数字'), v.integer('行号应为整数'), v.minValue(1, '行号应从1开始')),
          }),
          '请选择要录入的单位',
        ),
        v.minLength(1, '请选择要录入的单位'),
        v.maxLength(FILL_MAX, `一次最多录入${FILL_MAX}家`),
        v.check(
          (entries) => new Set(entries.map(({ unitId }) => unitId)).size === entries.length,
          '同一家单位只能录入一次',
        ),
      ),
    }),
    v.object({ filled: count, already: count, outside: count }),
  ),

  /** Numbered 接龙 text of the present state, in pieces of at most 2,000 characters. */
  'notice.jielongText': query(
    v.object({ noticeId }),
    v.object({ confirmed: count, missing: count, pieces: v.array(v.string()) }),
  ),
};
