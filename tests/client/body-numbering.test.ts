import type { Body } from '@contract/body';
import { plainText } from '@contract/body';
import { misnumbered, renumbered } from '@/components/body/numbering';

const body = (...lines: string[]): Body =>
  lines.map((text) =>
    text.startsWith('#') ? { type: 'heading', text: text.slice(1) } : { type: 'paragraph', runs: [{ text }] },
  );
const inOrder = (...lines: string[]) => plainText(renumbered(body(...lines))).split('\n');

it('leaves what is in order alone, over all levels', () => {
  const paper = body(
    '各会员单位：',
    '#一、时间',
    '（一）报到',
    '1.上午',
    '（1）甲',
    '（2）乙',
    '2.下午',
    '（二）开会',
    '1．签到',
    '二、地点',
    '（一）会场',
    '请携带：',
    '1、身份证',
    '2、回执',
    '另请准备：',
    '1、照片',
    '①一寸',
    '②二寸',
    '3.5万元以内',
    '2026.11.26前',
  );
  expect(misnumbered(paper)).toEqual([]);
  expect(renumbered(paper)).toEqual(paper);
});

it('puts numbers in order after one was taken out, put in or moved', () => {
  expect(inOrder('一、甲', '三、丙', '四、丁')).toEqual(['一、甲', '二、丙', '三、丁']);
  expect(inOrder('一、甲', '二、新', '二、乙')).toEqual(['一、甲', '二、新', '三、乙']);
  expect(inOrder('二、乙', '说明', '一、甲', '说明')).toEqual(['一、乙', '说明', '二、甲', '说明']);
  expect(inOrder('（一）甲', '（三）丙')).toEqual(['（一）甲', '（二）丙']);
  expect(inOrder('1.甲', '3.丙', '说明', '4.丁')).toEqual(['1.甲', '2.丙', '说明', '3.丁']);
  expect(inOrder('(1)甲', '(1)乙')).toEqual(['(1)甲', '(2)乙']);
  expect(inOrder('#九、甲', '#十二、乙').slice(1)).toEqual(['二、乙']);
});

it('goes past ten', () => {
  const numerals = '一二三四五六七八九十'.split('');
  const lines = [...numerals, '十一', '十二', '二十'].map((n) => `${n}、项`);
  expect(inOrder(...lines).slice(-1)).toEqual(['十三、项']);
  const twenty = Array.from({ length: 21 }, () => '一、项');
  expect(inOrder(...twenty).slice(-2)).toEqual(['二十、项', '二十一、项']);
});

it('says which is wrong and what it should be, and keeps bold and red', () => {
  const wrong: Body = [
    { type: 'paragraph', runs: [{ text: '一、甲' }] },
    {
      type: 'paragraph',
      runs: [
        { text: '三、', bold: true },
        { text: '丙', color: 'red' },
      ],
    },
  ];
  expect(misnumbered(wrong)).toEqual([{ at: 1, typed: '三', wanted: '二' }]);
  expect(renumbered(wrong)[1]).toEqual({
    type: 'paragraph',
    runs: [
      { text: '二、', bold: true },
      { text: '丙', color: 'red' },
    ],
  });
});
