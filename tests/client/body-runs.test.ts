import fc from '../support/fast-check';
import { runsText, type Run } from '@contract/body';
import { itemsOf, looksAll, marked, paragraphsOf, retyped } from '@/components/body/runs';

const bold = (text: string): Run => ({ text, bold: true });
const red = (text: string): Run => ({ text, color: 'red' });
const plain = (text: string): Run => ({ text });

const sentence = [plain('请于'), bold('11月26日'), plain('前报送'), red('回执'), plain('。')];

describe('what is typed into a paragraph', () => {
  it.each<[what: string, typed: string, runs: Run[]]>([
    [
      'before what is bold',
      '请务必于11月26日前报送回执。',
      [plain('请务必于'), bold('11月26日'), plain('前报送'), red('回执'), plain('。')],
    ],
    [
      'within what is bold',
      '请于11月27日前报送回执。',
      [plain('请于'), bold('11月27日'), plain('前报送'), red('回执'), plain('。')],
    ],
    ['after all', '请于11月26日前报送回执。谢谢', [...sentence.slice(0, 4), plain('。谢谢')]],
    [
      'over a border',
      '请于11月26日报送回执。',
      [plain('请于'), bold('11月26日'), plain('报送'), red('回执'), plain('。')],
    ],
    ['in place of all', '作废', [plain('作废')]],
  ])('keeps the look of all else: %s', (_what, typed, runs) => {
    expect(retyped(sentence, typed)).toEqual(runs);
  });

  it('of an emptied paragraph keeps how it was set', () => {
    expect(retyped([bold('全部')], '')).toEqual([bold('')]);
    expect(retyped([bold('')], '新')).toEqual([bold('新')]);
  });

  it('never cuts an emoji in two', () => {
    expect(retyped([bold('😀'), plain('好')], '😁好')).toEqual([bold('😁'), plain('好')]);
    expect(
      retyped([bold('好'), red('😀')], '好🐀😀')
        .map(({ text }) => text)
        .join(''),
    ).toBe('好🐀😀');
  });

  const runs = fc.array(
    fc.record(
      { text: fc.string({ maxLength: 6 }), bold: fc.boolean(), color: fc.constantFrom('red', 'blue') },
      { requiredKeys: ['text'] },
    ),
    { maxLength: 6 },
  ) as fc.Arbitrary<Run[]>;

  it('is what it says, whatever stood there, and untouched text looks as before', () => {
    fc.assert(
      fc.property(runs, fc.string({ maxLength: 8 }), fc.nat(), fc.nat(), (was, added, a, b) => {
        const text = runsText(was);
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const typed = text.slice(0, start) + added + text.slice(end);
        const now = retyped(was, typed);
        expect(runsText(now)).toBe(typed);
        const looks = (one: Run[]) =>
          one.flatMap((run) => [...run.text].map((c) => `${c}${run.bold ? 'b' : ''}${run.color ?? ''}`));
        expect(looks(retyped(was, text))).toEqual(looks(was));
      }),
    );
  });
});

describe('a look', () => {
  it('is set for the words chosen, and taken back', () => {
    const set = marked([plain('请于周五前报送')], { start: 2, end: 4 }, { bold: true });
    expect(set).toEqual([plain('请于'), bold('周五'), plain('前报送')]);
    expect(looksAll(set, { start: 2, end: 4 }, (look) => look.bold === true)).toBe(true);
    expect(looksAll(set, { start: 1, end: 4 }, (look) => look.bold === true)).toBe(false);
    expect(marked(set, { start: 0, end: 7 }, { bold: false })).toEqual([plain('请于周五前报送')]);
  });

  it('of an empty paragraph is that of what will be typed', () => {
    const empty = marked([plain('')], { start: 0, end: 0 }, { color: 'red' });
    expect(retyped(empty, '急')).toEqual([red('急')]);
  });
});

describe('several lines', () => {
  it('become paragraphs, each with its own words as they were set', () => {
    expect(paragraphsOf(sentence, '请于11月26日\n前报送回执。')).toEqual([
      { type: 'paragraph', runs: [plain('请于'), bold('11月26日')] },
      { type: 'paragraph', runs: [plain('前报送'), red('回执'), plain('。')] },
    ]);
  });

  it('pasted into a bold paragraph are bold, blanks in order', () => {
    expect(paragraphsOf([bold('')], '一、\t时间\r\n二、\t地点\n')).toEqual([
      { type: 'paragraph', runs: [bold('一、 时间')] },
      { type: 'paragraph', runs: [bold('二、 地点')] },
    ]);
  });

  it('begin another paragraph where Enter is pressed at the end', () => {
    expect(paragraphsOf([bold('时间')], '时间\n')).toEqual([
      { type: 'paragraph', runs: [bold('时间')] },
      { type: 'paragraph', runs: [plain('')] },
    ]);
    expect(paragraphsOf([plain('')], '\n')).toEqual([{ type: 'paragraph', runs: [plain('')] }]);
  });

  it('of a list keep the look of the items that stay', () => {
    const items = [[plain('身份证')], [plain('回执'), red('（盖章）')]];
    expect(itemsOf(items, '身份证\n照片\n回执（盖章）')).toEqual([
      [plain('身份证')],
      [plain('照片')],
      [plain('回执'), red('（盖章）')],
    ]);
    expect(itemsOf(items, '回执（盖章）')).toEqual([[plain('回执'), red('（盖章）')]]);
  });
});
