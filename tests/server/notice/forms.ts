import type { Answers } from '@contract/answers';
import type { Question } from '@contract/asking';
import type { Notice } from '@server/stores/notices';
import type { Receipt } from '@server/stores/receipts';
import { cloud, makeLiaison, makeNotice, makeReceipt, makeSeatedUnit, makeStaff } from '../../support';

/** A notice with a form of all five kinds of question, sent to one unit with two seats. */

export const questions: Question[] = [
  { id: 'q1', kind: 'count', label: '参会人数', required: true, max: 5 },
  { id: 'q2', kind: 'names', label: '参会人员', required: false, max: 5 },
  { id: 'q3', kind: 'choice', label: '是否住宿', required: true, several: false, options: ['住', '不住'] },
  { id: 'q4', kind: 'text', label: '备注', required: false, max: 300 },
  { id: 'q5', kind: 'file', label: '报名表', required: false, max: 2 },
];

export const someAnswers: Answers = { q1: 2, q2: ['示例甲', '示例乙'], q3: ['住'], q4: '自驾' };

export const makeFormNotice = (over: Partial<Notice> = {}) =>
  makeNotice({
    asking: { kind: 'form', questions },
    counts: { total: 1, opened: 0, confirmed: 0 },
    ...over,
  });

export async function formSent(over: Partial<Notice> = {}) {
  const { unit, liaison } = await makeSeatedUnit();
  const deputy = await makeLiaison(unit, { name: '示例副联络员' });
  const notice = await makeFormNotice(over);
  await makeReceipt(notice, unit);
  const staff = await makeStaff('editor');
  const input = { noticeId: notice._id, unitId: unit._id };
  return { unit, liaison, deputy, notice, staff, input, filled: { ...input, answers: someAnswers } };
}

export const receiptNow = async () => (await cloud.find('receipts', {}))[0] as unknown as Receipt;
export const countsNow = async () => (await cloud.find('notices', {}))[0]?.counts;

/** A receipt whose form was handed in, as the action leaves it. */
export const handedIn = (over: Partial<Receipt> & { answers?: Answers } = {}): Partial<Receipt> => {
  const { answers = someAnswers, ...rest } = over;
  const stamp = {
    at: new Date('2026-11-23T00:30:00Z'),
    openid: 'openid-x',
    name: '示例甲',
    channel: 'self' as const,
  };
  return {
    state: 'answered',
    done: true,
    opened: stamp,
    confirmed: stamp,
    answered: stamp,
    changedAt: stamp.at,
    form: { answers, files: {}, version: 'version-0001', revised: 0, check: 'pass' },
    tally: { q1: 2, q2: 2, q3: 1, q4: 1 },
    picks: ['q1', 'q2', 'q3', 'q3_0', 'q4'],
    ...rest,
  };
};
