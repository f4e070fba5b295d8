import * as v from 'valibot';
import { day, flag, text } from '../fields';
import { posts } from '../unit';
import { choice, isUnique, lines, orNone, part, whole } from './part';

/** What goes on in a year: articles, meetings, dues, appraisal and what follows from absence. */

/** Information and articles (B information rules, A art. 7(3)). */
export const articles = part('稿件要求', {
  /** Calendar days for other than important news, which is reported at once. */
  withinDays: orNone(whole('稿件报送期限（天）', 1, 366)),
  /** Smallest picture taken, pixels. */
  photo: orNone(
    part('照片尺寸', {
      width: whole('照片宽度（像素）', 1, 10000),
      height: whole('照片高度（像素）', 1, 10000),
    }),
  ),
  /** The head of the unit approves before the liaison sends. */
  headApproval: flag('是否由单位负责人审定'),
});

const perYear = v.pipe(
  part('每年会议次数', { min: whole('每年会议最少次数', 0, 60), max: whole('每年会议最多次数', 1, 60) }),
  v.forward(
    v.check(({ min, max }) => min <= max, '每年会议最多次数不能小于最少次数'),
    ['max'],
  ),
);

/** Liaison meetings (A art. 9, B meeting rules). */
export const meetings = part('会议要求', {
  perYear: orNone(perYear),
  /** Further ones when needed (A art. 9). */
  extra: flag('是否可临时加开会议'),
  /** Who cannot come may send somebody else (委派, B). */
  delegate: flag('是否可委派他人参会'),
  byCorrespondence: flag('是否可用通讯形式开会'),
  /** Kinds of agenda item; empty: free. */
  agenda: lines('会议议题', 0, 12),
});

const deadline = v.pipe(
  part('会费截止日', { month: whole('会费截止月', 1, 12), day: whole('会费截止日', 1, 31) }),
  v.check((d) => isDayOfYear(d.month, d.day), '会费截止日应为存在的日期'),
);

/** Yearly dues (A art. 7(5), B art. 6, D tiers); a post without a tier pays what was agreed. */
export const dues = part('会费要求', {
  deadline: orNone(deadline),
  tiers: v.pipe(
    v.array(
      part('会费档次', {
        post: choice('会费档次的协会职务', posts),
        yuan: whole('会费（元/年）', 0, 10000000),
      }),
      '请填写会费档次',
    ),
    v.check((tiers) => isUnique(tiers.map((tier) => tier.post)), '会费档次的协会职务有重复'),
  ),
});

/** Yearly appraisal (考评: A art. 10, 13; B art. 9). */
export const appraisal = part('考评要求', {
  title: text('优秀联络员称号', 20),
  criteria: lines('考评内容', 1, 12),
  allowance: flag('是否发放年度工作津贴'),
  commended: text('表彰方式', 40),
});

/** From when the office may propose another liaison (A art. 13, B art. 4). */
export const replacement = part('建议更换的条件', {
  missedTasksInRow: orNone(whole('连续未完成报送任务（次）', 1, 100)),
  /** In all, without reason. */
  missedMeetings: orNone(whole('无故缺席会议（次）', 1, 100)),
  /** No duty done for so long. */
  idleMonths: orNone(whole('未履行职责（月）', 1, 120)),
});

/** What absence costs the unit (D art. 9). */
export const attendance = part('出席要求', {
  suspendAfterNobodyInRow: whole('连续无人参加而暂停权利（次）', 1, 100),
  suspendAfterNotInPersonInRow: whole('连续未亲自参加而暂停权利（次）', 1, 100),
  leftAfterMonths: whole('连续缺席视同退会（月）', 1, 120),
  leftAfterMoreThan: whole('缺席超过即视同退会（次）', 1, 100),
  leaderIdleMonths: whole('负责人未履职视同辞职（月）', 1, 120),
});

/** 29 February passes: every fourth year has it. */
const isDayOfYear = (month: number, d: number): boolean =>
  v.is(day('截止日'), `2024-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
