import type { FormPart } from '@contract/form';
import { presets } from '@contract/policy/presets';
import { formPaper, type FormPaper } from '@server/features/paper/document/form';
import { pictureSize } from '@server/office/word/picture-size';
import { fit } from '@server/office/word/text';
import { distinct, fileName } from '@server/office/file-name';
import { sceneOf, subjectOf } from '@server/features/paper/scene';
import { NOW, someForm } from '../../support';
import { jpg, png, wordOf } from './papers';

const hosts = [
  { name: '示例市煤炭工业协会', short: '协会', number: '协会联备〔2026〕1号' },
  { name: '示例市煤炭学会', short: '学会', number: '学会联备〔2026〕2号' },
];

const printed = async (over: Partial<FormPaper> = {}) =>
  wordOf(
    await formPaper({
      office: '示例市煤炭工业协会',
      policy: presets['shaanxi-coal'],
      kind: 'main',
      filingId: 'filing-0001',
      form: someForm(),
      hosts,
      photo: png(),
      code: png(40, 40),
      printedAt: new Date(NOW),
      ...over,
    }),
  );

const years = (n: number): FormPart['resume'] =>
  Array.from({ length: n }, (_, i) => ({
    start: `${1990 + i}-01-01`,
    end: i === n - 1 ? null : `${1990 + i}-12-31`,
    work: `第${i + 1}个单位和职务`.padEnd(60, '长'),
  }));

/** Sum of the rows' heights, millimetres. */
const heightOf = (xml: string) => {
  const [first = ''] = xml.match(/<w:tbl>.*?<\/w:tbl>/s) ?? [];
  const heights = [...first.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="exact"/g)];
  return heights.reduce((sum, [, twips]) => sum + (Number(twips) * 25.4) / 1440, 0);
};

describe('the printed form', () => {
  const cases: [string, Partial<FormPaper>][] = [
    ['of a short record', {}],
    ['without a photo', { photo: null }],
    ['with one host', { hosts: hosts.slice(0, 1) }],
    [
      'with every field at its longest',
      { form: { ...someForm(), address: '长'.repeat(100), resume: years(9) } },
    ],
    ...Object.values(presets).map((policy): [string, Partial<FormPaper>] => [policy.id, { policy }]),
  ];
  it.each(cases)('keeps its boxes on the first page and has two pages: %s', async (_name, over) => {
    const { xml, breaks, tables, table } = await printed(over);
    const rows = (xml.match(/<w:tr[ >]/g) ?? []).length;
    expect((xml.match(/w:hRule="exact"/g) ?? []).length).toBe(rows);
    // 297 less margins, title and number.
    expect(heightOf(xml)).toBeLessThan(297 - 16 - 18 - 21);
    expect([breaks, tables]).toEqual([1, 1]);
    expect(table[table.length - 2]?.[0]).toBe('会员单位推荐意见');
  });

  it('puts what does not fit of a long résumé on a page of its own: nothing is lost, every row once', async () => {
    const { text, breaks, tables, table, xml } = await printed({
      form: { ...someForm(), resume: years(30) },
    });
    for (let i = 1; i <= 30; i += 1) expect(text.split(`第${i}个单位和职务长`)).toHaveLength(2);
    expect(text).toContain('（以下见附页）');
    expect([breaks, tables]).toEqual([2, 2]);
    expect(heightOf(xml)).toBeLessThan(297 - 16 - 18 - 21);
    expect(table[table.length - 1]?.[0]).toBe('2019.01.01—至今');
  });

  it('leaves no gap for fields a policy drops, and no box for a photo it does not ask', async () => {
    const { policy } = { policy: presets['chengdu-machinery'] };
    const form: FormPart = { ...someForm(), resume: undefined, photo: undefined };
    const { table, text } = await printed({ policy, form, photo: null, hosts: hosts.slice(0, 1) });
    expect(table.flat().filter((cell) => /个人简历|照|身份证/.test(cell))).toEqual([]);
    expect(table).toContainEqual(['法定代表人', '']);
    expect(text).not.toContain('个人简历从参加工作填起');
    expect(table.every((row) => row[0] !== '')).toBe(true);
  });

  it('turns a photo as its camera says, keeps its proportions and takes jpg and png', async () => {
    const turned = await printed({ photo: jpg(400, 300, 6) });
    expect(turned.xml).toMatch(/<a:xfrm[^>]*rot="5400000"/);
    expect(turned.pictures.some((name) => name.endsWith('.jpg'))).toBe(true);
    const wide = await printed({ photo: png(400, 100) });
    const extents = [...wide.xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(
      ([, x, y]) => Number(x) / Number(y),
    );
    expect(extents.some((ratio) => Math.abs(ratio - 4) < 0.05)).toBe(true);
    expect(wide.xml).not.toMatch(/<a:srcRect [^>]*[lrtb]="/);
  });

  it('survives characters that XML cannot hold', async () => {
    const { text } = await printed({ form: { ...someForm(), name: '示\u0001例\ud800乙&<b>' } });
    expect(text).toContain('示例乙&amp;&lt;b&gt;');
  });
});

describe('a picture', () => {
  it('says its size and how it lies', () => {
    expect(pictureSize(png(30, 40))).toEqual({ type: 'png', width: 30, height: 40, orientation: 1 });
    expect(pictureSize(jpg(400, 300, 8))).toEqual({ type: 'jpg', width: 400, height: 300, orientation: 8 });
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['words', Buffer.from('no picture')],
    ['half a jpg', jpg(400, 300).subarray(0, 20)],
    ['half a png', png().subarray(0, 14)],
    ['a jpg of no size', jpg(0, 0)],
  ])('is none when it is broken: %s', (_name, bytes) => expect(pictureSize(bytes)).toBeNull());
});

test('type becomes smaller, never larger, with the length of a text', () => {
  const sizes = [1, 20, 40, 60, 100, 200].map((n) => fit('长'.repeat(n), 100, 10));
  expect(sizes[0]).toBe(12);
  expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
  expect(fit('长'.repeat(5000), 20, 5)).toBe(5);
});

test('names of files are safe on every system, and distinct whatever their case', () => {
  expect(fileName(' 甲/乙:*?"<>|\\\n公司 ', '..示例', '')).toBe('甲乙公司_示例');
  expect(fileName('', '..')).toBe('未命名');
  expect([...fileName('长'.repeat(200))]).toHaveLength(80);
  const taken = new Set<string>();
  expect(['A_甲', 'a_甲', 'A_甲', '乙'].map((name) => distinct(name, taken))).toEqual([
    'A_甲',
    'a_甲(2)',
    'A_甲(3)',
    '乙',
  ]);
});

test('a code holds its kind and record in the 32 characters WeChat takes', () => {
  const id = 'mi9x0abcDEFGHJKLMNPQRSTU';
  for (const kind of ['form', 'recommendation', 'change', 'handover', 'letter'] as const)
    expect(subjectOf(sceneOf(kind, id) ?? '')).toEqual({ kind, subjectId: id });
  expect(sceneOf('form', 'x'.repeat(31))).toHaveLength(32);
  expect(sceneOf('form', 'x'.repeat(32))).toBeNull();
  expect(subjectOf('zNothing')).toBeNull();
});
