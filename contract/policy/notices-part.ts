import * as v from 'valibot';
import { flag } from '../fields';
import { clock, isUnique, part, whole } from './part';

/** How a reminder goes: to the unit's liaisons, or past them to the unit's head. */
export const rungKinds = { liaison: '提醒联络员', head: '报单位负责人' } as const;
export type RungKind = keyof typeof rungKinds;

const rung = part('催办步骤', {
  /** Working days from the due day: -2 is two before it, 0 the day itself, 1 the one after. */
  workdays: whole('催办步骤的工作日', -30, 30),
  to: v.picklist(Object.keys(rungKinds) as RungKind[], '请选择催办对象'),
});

/** How notices are numbered, looked over and chased (A art. 3 office duties; the paper numbers 陕煤协会发〔2018〕25号). */
export const noticesPart = part('通知要求', {
  /** Number of a formal document; counted per host and year. */
  number: v.pipe(
    v.string('请填写文号格式'),
    v.trim(),
    v.nonEmpty('请填写文号格式'),
    v.maxLength(40, '文号格式最多40字'),
    v.check((pattern) => pattern.includes('{n}') && pattern.includes('{year}'), '文号格式应含{year}和{n}'),
  ),
  /** A second pair of eyes before anything goes out (送审). */
  review: flag('发布前是否送审'),
  /** Automatic reminders, in the order of their days. */
  rungs: v.pipe(
    v.array(rung, '请填写催办步骤'),
    v.maxLength(8, '催办步骤最多8步'),
    v.check((rungs) => isUnique(rungs.map(({ workdays }) => workdays)), '催办步骤的日期有重复'),
  ),
  /** When on its working day a reminder is made. */
  remindAt: clock('催办时刻'),
  /** When on working days the secretariat's digest is made. */
  digestAt: clock('早报时刻'),
});

/** What associations usually do; each preset starts from it. */
export const usualNotices: v.InferOutput<typeof noticesPart> = {
  number: '{short}发〔{year}〕{n}号',
  review: false,
  rungs: [
    { workdays: -2, to: 'liaison' },
    { workdays: 0, to: 'liaison' },
    { workdays: 1, to: 'liaison' },
    { workdays: 3, to: 'head' },
  ],
  remindAt: '09:00',
  digestAt: '08:30',
};
