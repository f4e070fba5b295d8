import * as v from 'valibot';
import { answers, checkAnswers, MAX_WORDS, showAnswer, type Answers } from '@contract/answers';
import { asking, type Question } from '@contract/asking';

const file = (n: number) => ({ fileKey: `key-${n}`, name: `附件${n}.pdf`, size: 10 });

const questions: Question[] = [
  { id: 'q1', kind: 'count', label: '参会人数', required: true, max: 5 },
  { id: 'q2', kind: 'names', label: '参会人员', required: false, max: 2 },
  { id: 'q3', kind: 'choice', label: '是否住宿', required: true, several: false, options: ['住', '不住'] },
  { id: 'q4', kind: 'choice', label: '用餐', required: false, several: true, options: ['早', '中', '晚'] },
  { id: 'q5', kind: 'text', label: '备注', required: false, max: 10 },
  { id: 'q6', kind: 'file', label: '报名表', required: false, max: 1 },
];
const right: Answers = { q1: 2, q3: ['住'] };

describe('checkAnswers', () => {
  it('tidies what was typed, leaves out what is empty or not asked, and keeps the order of the questions', () => {
    const given = {
      ...right,
      q2: [' 示例甲 ', '', '示例乙'],
      q4: ['晚', '早'],
      q5: '  ',
      q6: [],
      q9: '没有问的',
    };
    expect(checkAnswers(questions, given)).toEqual({
      answers: { q1: 2, q2: ['示例甲', '示例乙'], q3: ['住'], q4: ['早', '晚'] },
      fault: null,
    });
  });

  it.each<[Answers, string, string]>([
    [{}, 'q1', '请填写“参会人数”'],
    [{ q1: 0 }, 'q3', '请填写“是否住宿”'],
    [{ ...right, q1: 6 }, 'q1', '“参会人数”应在0到5之间'],
    [{ ...right, q1: -1 }, 'q1', '“参会人数”应在0到5之间'],
    [{ ...right, q1: 1.5 }, 'q1', '“参会人数”应为整数'],
    [{ ...right, q1: '两人' }, 'q1', '“参会人数”应为整数'],
    [{ ...right, q2: ['甲', '乙', '丙'] }, 'q2', '“参会人员”最多填2个姓名'],
    [{ ...right, q2: ['名'.repeat(21)] }, 'q2', '“参会人员”一行写一个姓名，每个最多20字'],
    [{ ...right, q2: '示例甲' }, 'q2', '“参会人员”应为姓名'],
    [{ ...right, q3: [] }, 'q3', '请填写“是否住宿”'],
    [{ ...right, q3: ['住', '不住'] }, 'q3', '“是否住宿”只能选一项'],
    [{ ...right, q3: ['半住'] }, 'q3', '“是否住宿”应从选项里选'],
    [{ ...right, q4: [file(1)] }, 'q4', '“用餐”应从选项里选'],
    [{ ...right, q5: '字'.repeat(11) }, 'q5', '“备注”最多10字'],
    [{ ...right, q5: ['字'] }, 'q5', '“备注”应为文字'],
    [{ ...right, q6: [file(1), file(2)] }, 'q6', '“报名表”最多1个文件'],
    [{ ...right, q6: ['key-1'] }, 'q6', '“报名表”应为文件'],
  ])('names the question that is wrong in %j', (given, at, message) => {
    expect(checkAnswers(questions, given)).toEqual({ answers: null, fault: { at, message } });
  });

  it('wants something where nothing is required, and not too much in all', () => {
    const free = Array.from({ length: 3 }, (_, i): Question => ({
      id: `q${i}`,
      kind: 'text',
      label: `问${i}`,
      required: false,
      max: 2000,
    }));
    expect(checkAnswers(free, { q0: ' ' })).toMatchObject({ fault: { at: '', message: '请至少填写一项' } });
    const long = '字'.repeat(2000);
    expect(checkAnswers(free, { q0: long, q1: long.slice(1) }).fault).toBeNull();
    expect(checkAnswers(free, { q0: long, q1: long, q2: '一' })).toMatchObject({
      fault: { at: '', message: `整张回执表最多${MAX_WORDS}字，长的内容请用文件提交` },
    });
  });

  it('is not misled by what every object has by itself', () => {
    const odd: Question[] = [{ id: 'constructor', kind: 'text', label: '备注', required: true, max: 10 }];
    expect(checkAnswers(odd, {})).toMatchObject({ fault: { message: '请填写“备注”' } });
  });
});

describe('a form', () => {
  it.each(['constructor', 'Q1', '1', 'q', 'q'.repeat(30), 'q.1', 'q$1'])('takes no question id %s', (id) => {
    const [question] = questions;
    const form = { kind: 'form', questions: [{ ...question, id }] };
    expect(v.safeParse(asking, form).success).toBe(false);
    expect(v.safeParse(asking, { kind: 'form', questions }).success).toBe(true);
  });

  it.each([{ q1: null }, { q1: { a: 1 } }, { q1: [1] }, { q1: [['a']] }, { 'q.1': 1 }])(
    'takes no answer of another shape: %j',
    (given) => {
      expect(v.safeParse(answers, given).success).toBe(false);
    },
  );

  it('takes no answer that is far too long', () => {
    for (const long of ['字'.repeat(MAX_WORDS + 1), ['字'.repeat(201)], Array<string>(201).fill('')])
      expect(v.safeParse(answers, { q1: long }).success).toBe(false);
  });

  it('shows each kind of answer as words', () => {
    const words = questions.map((question) =>
      showAnswer(question, { ...right, q2: ['甲', '乙'], q4: ['早', '晚'], q6: [file(1)] }[question.id]),
    );
    expect(words).toEqual(['2', '甲、乙', '住', '早、晚', '', '附件1.pdf']);
  });
});
