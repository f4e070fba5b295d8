import type { Body } from '@contract/body';
import { layOut, MAX_HEIGHT, WIDTH, type Paper, type Picture } from '@/lib/text-picture/layout';
import { clustersOf, linesOf, type Measure } from '@/lib/text-picture/lines';
import { measureWith, paint, type Brush } from '@/lib/text-picture/paint';

/** As a phone's letters are: Chinese as wide as high, Latin about half. */
const measure: Measure = (cluster, { size }) => (/^[\u0020-\u024f]/.test(cluster) ? size * 0.55 : size);
const look = { size: 10, color: '#000000' };
const wrap = (text: string, characters: number) =>
  linesOf([{ text, look }], characters * 10, measure).map(({ pieces }) =>
    pieces.map((one) => one.text).join(''),
  );

describe('lines', () => {
  it('begin with no closing mark and end with no opening one', () => {
    expect(wrap('各会员单位：请报送信息。', 5)).toEqual(['各会员单', '位：请报送', '信息。']);
    expect(wrap('请看附件《通知》要求', 5)).toEqual(['请看附件', '《通知》要', '求']);
    expect(wrap('他说：“好！”然后走', 5)).toEqual(['他说：', '“好！”然', '后走']);
    expect(wrap('等等……再说吧', 3)).toEqual(['等', '等……', '再说吧']);
  });

  it('keep words, numbers and amounts whole', () => {
    expect(wrap('总额为1234.56元整', 5)).toEqual(['总额为', '1234.56元', '整']);
    expect(wrap('发到demo@example.com邮箱', 10)).toEqual(['发到', 'demo@example.com邮', '箱']);
  });

  it('cut what fits on no line at its end, and never stop', () => {
    expect(wrap('a'.repeat(20), 5).join('')).toBe('a'.repeat(20));
    expect(wrap('，'.repeat(9), 4)).toEqual(['，，，，', '，，，，', '，']);
    expect(wrap('很长', 0.5)).toEqual(['很', '长']);
    expect(wrap('', 5)).toEqual([]);
  });

  it('break where the text does; blanks hang over the edge', () => {
    expect(wrap('一\n二\r\n\n三', 9)).toEqual(['一', '二', '', '三']);
    expect(wrap('一二三 四', 3)).toEqual(['一二三 ', '四']);
  });

  it('take an emoji with all that belongs to it for one', () => {
    expect(clustersOf('👨‍👩‍👧好👍🏽1️⃣é𠮷')).toEqual(['👨‍👩‍👧', '好', '👍🏽', '1️⃣', 'é', '𠮷']);
  });

  it('lose nothing, double nothing and keep to the width, whatever the text', () => {
    let seed = 7;
    const random = (n: number) => (seed = (seed * 16807) % 2147483647) % n;
    const alphabet = [...'煤矿安全通知各单位，。、；：？！）》”（《“…—  abcXYZ0129.,%@-\n😀é'];
    for (let i = 0; i < 400; i += 1) {
      const text = Array.from({ length: random(120) }, () => alphabet[random(alphabet.length)]).join('');
      const width = 2 + random(20);
      const lines = linesOf([{ text, look }], width * 10, measure);
      expect(lines.map(({ pieces }) => pieces.map((one) => one.text).join('')).join('')).toBe(
        text.replace(/\n/g, ''),
      );
      for (const line of lines) {
        const words = line.pieces.map((one) => one.text).join('');
        const seen = words.replace(/[ 　]+$/, '');
        const wide = clustersOf(seen).reduce((sum, one) => sum + measure(one, look), 0);
        expect(wide <= width * 10 || clustersOf(seen).length === 1).toBe(true);
      }
    }
  });
});

const words = (picture: Picture) =>
  picture.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const paperOf = (body: Body, over: Partial<Paper> = {}): Paper => ({
  red: null,
  title: '关于报送四季度信息的通知',
  about: ['示例市煤炭工业协会 11月23日 09:00'],
  body,
  foot: '来自示例市煤炭工业协会联络通',
  ...over,
});
const paragraph = (text: string): Body[number] => ({ type: 'paragraph', runs: [{ text }] });

/** Nothing over an edge, and no two words on one another. */
function fits({ height, marks }: Picture): void {
  expect(height).toBeLessThanOrEqual(MAX_HEIGHT);
  const boxes = marks.flatMap((mark) => {
    const width =
      mark.kind === 'bar'
        ? mark.width
        : clustersOf(mark.text.replace(/ +$/, '')).reduce((sum, one) => sum + measure(one, mark.look), 0);
    expect(mark.x).toBeGreaterThanOrEqual(0);
    expect(mark.x + width).toBeLessThanOrEqual(WIDTH);
    expect(mark.y).toBeGreaterThanOrEqual(0);
    expect(mark.y + (mark.kind === 'bar' ? mark.height : 0)).toBeLessThanOrEqual(height);
    return mark.kind === 'text' ? [{ x: mark.x, end: mark.x + width, y: mark.y, size: mark.look.size }] : [];
  });
  for (const [i, one] of boxes.entries())
    for (const other of boxes.slice(i + 1))
      if (Math.abs(one.y - other.y) < Math.min(one.size, other.size))
        expect(one.end <= other.x + 0.01 || other.end <= one.x + 0.01).toBe(true);
}

describe('layout', () => {
  it('has title, host, headings, lists, tables and where it comes from, in order', () => {
    const [picture, ...more] = layOut(
      paperOf([
        { type: 'heading', text: '一、报送内容' },
        {
          type: 'paragraph',
          runs: [
            { text: '各单位请于' },
            { text: '11月26日', bold: true, color: 'red' },
            { text: '前报送。' },
          ],
        },
        { type: 'list', ordered: true, items: [[{ text: '产量' }], [{ text: '销量' }]] },
        {
          type: 'table',
          rows: [
            ['项目', '数量'],
            ['原煤', '100'],
          ],
        },
        { type: 'picture', fileKey: 'p', caption: '会场' },
        { type: 'file', fileKey: 'f', name: '报送表.xlsx', size: 1 },
      ]),
      measure,
    );
    expect(more).toEqual([]);
    if (!picture) throw new Error('no picture');
    fits(picture);
    expect(words(picture)).toEqual([
      '关于报送四季度信息的通知',
      '示例市煤炭工业协会 11月23日 09:00',
      '一、报送内容',
      '各单位请于',
      '11月26日',
      '前报送。',
      '1.',
      '产量',
      '2.',
      '销量',
      '项目',
      '数量',
      '原煤',
      '100',
      '［图片：会场］',
      '［附件：报送表.xlsx］',
      '来自示例市煤炭工业协会联络通',
    ]);
    expect(picture.marks.find((mark) => mark.kind === 'text' && mark.text === '11月26日')).toMatchObject({
      look: { bold: true, color: '#C4302B' },
    });
  });

  it('gives a formal document its red head, in the middle', () => {
    const red = { host: '示例市煤炭工业协会', number: '陕煤协会发〔2018〕25号' };
    const [picture] = layOut(paperOf([paragraph('正文')], { red }), measure);
    if (!picture) throw new Error('no picture');
    fits(picture);
    expect(words(picture).slice(0, 3)).toEqual([red.host, red.number, '关于报送四季度信息的通知']);
    const [host] = picture.marks;
    expect(host).toMatchObject({ x: (WIDTH - 46 * 9) / 2, look: { color: '#C4302B' } });
  });

  it('goes on in further pictures with every word of a long text, each numbered and headed', () => {
    const body = Array.from({ length: 200 }, (_, i) => paragraph(`第${i}段：${'煤矿安全生产'.repeat(15)}。`));
    const pictures = layOut(paperOf(body), measure);
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) fits(picture);
    expect(words(pictures[1] as Picture)[0]).toBe('关于报送四季度信息的通知（续）');
    expect(words(pictures[1] as Picture).pop()).toBe(
      `来自示例市煤炭工业协会联络通（第2张，共${pictures.length}张）`,
    );
    const all = pictures.flatMap((picture, i) => words(picture).slice(i === 0 ? 2 : 1, -1)).join('');
    expect(all).toBe(body.map((block) => (block.type === 'paragraph' ? block.runs[0]?.text : '')).join(''));
  });

  it('keeps a heading with what it heads', () => {
    for (let n = 30; n < 90; n += 1) {
      const body: Body = [
        ...Array.from({ length: n }, () => paragraph('一行')),
        { type: 'heading', text: '小标题' },
        paragraph('下文'),
      ];
      const pictures = layOut(paperOf(body), measure);
      const at = pictures.findIndex((picture) => words(picture).includes('小标题'));
      expect(words(pictures[at] as Picture)).toContain('下文');
    }
  });

  it('splits a table between rows, and a row higher than a picture within it', () => {
    const rows = Array.from({ length: 100 }, (_, i) => [`第${i}行`, '数量', '备注'.repeat(20)]);
    const pictures = layOut(paperOf([{ type: 'table', rows }]), measure);
    expect(pictures.length).toBeGreaterThan(1);
    for (const picture of pictures) fits(picture);
    for (const [name] of rows) expect(pictures.flatMap(words)).toContain(name);
    const tall = layOut(
      paperOf([{ type: 'table', rows: [Array<string>(12).fill('煤'.repeat(500))] }]),
      measure,
    );
    for (const picture of tall) fits(picture);
    // Beside the cells, the name of the host: once above, and under each picture.
    expect(tall.flatMap(words).join('').match(/煤/g)).toHaveLength(12 * 500 + 1 + tall.length);
  });
});

test('each character is measured once, and what is laid out is drawn where it stands', () => {
  const drawn: string[] = [];
  const measured: string[] = [];
  const brush: Brush = {
    font: '',
    fillStyle: '',
    textBaseline: '',
    measureText: (text) => {
      measured.push(`${brush.font}${text}`);
      return { width: text.length * 32 };
    },
    fillText: (text, x, y) =>
      void drawn.push(`${text}@${x},${y} ${brush.font.split(' "')[0] ?? ''} ${String(brush.fillStyle)}`),
    fillRect: () => undefined,
  };
  const [picture] = layOut(paperOf([paragraph('煤煤煤煤煤煤')]), measureWith(brush));
  if (!picture) throw new Error('no picture');
  expect(new Set(measured).size).toBe(measured.length);
  paint(brush, picture);
  expect(drawn[0]).toMatch(/^关于报送四季度信息的通知@48,\d+ bold 42px #1F2329$/);
  expect(drawn).toHaveLength(words(picture).length);
});
