import { fit } from '@server/office/word/text';
import { makeCorrection } from '../record/records';
import { wordAt, world } from './papers';

const POINT_MM = 25.4 / 72;
const title = '教授级高级工程师兼注册安全工程师评审专家委员';

/** Whole characters beside each other, as a printer sets them, line under line. */
function heightOf(text: string, size: number, widthMm: number): number {
  const beside = Math.floor(widthMm / (size * POINT_MM));
  return Math.ceil(text.length / beside) * size * 1.25 * POINT_MM;
}

it.each([
  [14.6, 14],
  [14.6, 10.5],
  [31.6, 14],
  [23.1, 8.5],
])('a text of %s mm width and %s mm height is not cut off, counted in whole characters', (width, height) => {
  for (let length = 5; length <= title.length; length += 1) {
    const text = title.slice(0, length);
    expect(heightOf(text, fit(text, width, height), width)).toBeLessThanOrEqual(height);
  }
});

it('a birth date stays on one line of its box beside the photo', () => {
  const size = fit('1988年12月31日', 31.6, 10.5);
  expect(size).toBeGreaterThanOrEqual(9);
  // Eight digits half as wide, three characters.
  expect((8 * 0.55 + 3) * size * POINT_MM).toBeLessThanOrEqual(31.6);
});

it('a word of letters goes to the next line whole', () => {
  const [width, height] = [20, 9];
  expect(fit('电邮 long.address@example.com', width, height)).toBeLessThanOrEqual(
    fit('电邮地址文字文字文字文字', width, height),
  );
});

it('a long career on the 变更申报表 runs over the page instead of leaving the first one half empty', async () => {
  const { staff, filing } = await world();
  const resume = Array.from({ length: 9 }, (_, i) => ({
    start: `20${10 + i}-01-01`,
    end: i === 8 ? null : `20${10 + i}-12-31`,
    work: '示例煤炭集团综合办公室副主任兼宣传部部长',
  }));
  const { _id: correctionId } = await makeCorrection(filing, {
    keys: ['resume', 'mobile'],
    old: { resume: resume.slice(0, 3), mobile: '19900005678' },
    changed: { resume, mobile: '19900009999' },
  });
  const { xml } = await wordAt((await staff.change('paper.change', { correctionId })).url);
  const rows = xml.match(/<w:tr[ >].*?<\/w:tr>/gs) ?? [];
  const rowWith = (words: string) => rows.find((row) => row.includes(words)) ?? '';
  expect(rowWith('个人简历')).toContain('<w:cantSplit w:val="off"/>');
  expect(rowWith('19900009999')).toContain('<w:cantSplit/>');
});
