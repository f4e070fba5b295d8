import * as v from 'valibot';
import { body, MAX_FILES, type Block } from '@contract/body';
import { image, p, png, r, readPaper, tbl, tc, tr } from './papers';

const rowsOf = (block: Block | undefined) => (block?.type === 'table' ? block.rows : block);

describe('tables', () => {
  it('keep their cells; a cell of several lines becomes one', async () => {
    const { blocks, left } = await readPaper({
      body: tbl(tr(tc('单位'), tc('人数')), tr(tc(p('示例一矿') + p('（含分公司）')), tc(' 3 '))),
    });
    expect(rowsOf(blocks[0])).toEqual([
      ['单位', '人数'],
      ['示例一矿 （含分公司）', '3'],
    ]);
    expect(left).toEqual([]);
  });

  it('come apart where cells are merged, no word lost', async () => {
    const { blocks, left } = await readPaper({
      body: tbl(
        tr(tc('参会回执', '<w:gridSpan w:val="3"/>')),
        tr(tc('单位', '<w:vMerge w:val="restart"/>'), tc('姓名'), tc('电话')),
        tr(tc('', '<w:vMerge/>'), tc('张某'), tc('029-1')),
      ),
    });
    expect(rowsOf(blocks[0])).toEqual([
      ['参会回执', '', ''],
      ['单位', '姓名', '电话'],
      ['', '张某', '029-1'],
    ]);
    expect(left).toEqual(['1个表格有合并的格子，已拆开，请核对']);
  });

  it('lose columns only merging made, keep empty ones to be filled in', async () => {
    const wide = '<w:gridSpan w:val="2"/>';
    const merged = await readPaper({ body: tbl(tr(tc('甲', wide), tc('乙')), tr(tc('丙', wide), tc('丁'))) });
    expect(rowsOf(merged.blocks[0])).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
    const empty = await readPaper({ body: tbl(tr(tc('姓名'), tc('')), tr(tc('电话'), tc(''))) });
    expect(rowsOf(empty.blocks[0])).toEqual([
      ['姓名', ''],
      ['电话', ''],
    ]);
  });

  it('a frame round a text is no table', async () => {
    const { blocks } = await readPaper({ body: tbl(tr(tc(p('说明一') + p('说明二')))) });
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
  });

  it('with pictures give them after', async () => {
    const { blocks } = await readPaper({
      body: tbl(tr(tc('二维码'), tc(p(image('p1'))))),
      relations: { p1: 'media/a.png' },
      media: { 'media/a.png': png() },
    });
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'picture']);
  });

  it('in tables become words of the cell, and a bar parts no cell', async () => {
    const { blocks, left } = await readPaper({
      body: tbl(tr(tc('甲|乙'), tc(`<w:p/>${tbl(tr(tc('里'), tc('面')))}`))),
    });
    expect(rowsOf(blocks[0])).toEqual([['甲/乙', '里 面']]);
    expect(left).toEqual(['1个表格里套着的表格，文字已并入格子，请核对']);
  });

  it('too large are named, their neighbours stay', async () => {
    const { blocks, left } = await readPaper({
      body:
        p('见下表') +
        tbl(
          ...Array.from({ length: 51 }, (_, i) =>
            tr(...Array.from({ length: 6 }, (_x, j) => tc(`${i}列${j}`))),
          ),
        ) +
        p('完'),
    });
    expect(blocks).toHaveLength(2);
    expect(left).toEqual([
      '表格太大没有导入（“0列0 0列1 0列2 0列3 0列4 0列5 51行6列”），请把表格作为附件添加',
    ]);
  });

  it('with an essay in a cell become paragraphs', async () => {
    const { blocks, left } = await readPaper({ body: tbl(tr(tc('要求'), tc('长'.repeat(501)))) });
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
    expect(left).toEqual(['1个表格的格子里文字太长，已改为逐段文字']);
  });

  it('rows taken out in tracked changes are gone', async () => {
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc('删')}${tc('除')}</w:tr>`;
    const { blocks } = await readPaper({ body: tbl(tr(tc('甲'), tc('乙')), gone) });
    expect(rowsOf(blocks[0])).toEqual([['甲', '乙']]);
  });
});

describe('pictures', () => {
  it('of kinds a phone cannot show, kept elsewhere or missing are named', async () => {
    const { blocks, left } = await readPaper({
      body: p(r('文') + image('p1') + image('p2') + image('p3') + image('p4')),
      relations: {
        p1: 'media/a.emf',
        p2: 'https://example.com/b.png',
        p3: 'media/gone.png',
        p4: 'media/d.png',
      },
      media: { 'media/a.emf': 'emf', 'media/d.png': png() },
    });
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'picture']);
    expect(left).toEqual([
      '1张图片的格式不能显示（“emf”），请截图后作为图片添加',
      '2张图片不在文件里（只是链接），没有导入',
    ]);
  });

  it('more than a body holds are named', async () => {
    const many = Array.from({ length: MAX_FILES + 2 }, (_, i) => i);
    const { blocks, left } = await readPaper({
      body: many.map((i) => p(image(`p${i}`))).join(''),
      relations: Object.fromEntries(many.map((i) => [`p${i}`, `media/${i}.png`])),
      media: Object.fromEntries(many.map((i) => [`media/${i}.png`, png(i + 2)])),
    });
    expect(blocks).toHaveLength(MAX_FILES);
    expect(left).toEqual(['图片太多，后面的2张没有导入；一篇最多9张，其余请另存为附件']);
    expect(v.is(body, blocks)).toBe(true);
  });

  it('of old Word (VML) are taken too', async () => {
    const { blocks } = await readPaper({
      body: p('<w:r><w:pict><v:shape><v:imagedata r:id="p1"/></v:shape></w:pict></w:r>'),
      relations: { p1: 'media/a.png' },
      media: { 'media/a.png': png() },
    });
    expect(blocks.map(({ type }) => type)).toEqual(['picture']);
  });
});

describe('a paper longer than a body', () => {
  it('is taken as far as it fits, the rest is named', async () => {
    const words = await readPaper({
      body: Array.from({ length: 30 }, (_, i) => p(`${i}`.padEnd(900, '字'))).join(''),
    });
    expect(v.is(body, words.blocks)).toBe(true);
    expect(words.blocks).toHaveLength(22);
    expect(words.left).toEqual([expect.stringMatching(/^内容太长，后面的8段没有导入（“22字/)]);
    const lines = await readPaper({ body: Array.from({ length: 310 }, (_, i) => p(`第${i}行`)).join('') });
    expect(lines.blocks).toHaveLength(300);
    expect(lines.left).toEqual([
      expect.stringContaining('后面的10段没有导入（“第300行”“第301行”“第302行”等）'),
    ]);
    expect(v.is(body, lines.blocks)).toBe(true);
  });

  it('a paragraph of thousands of words or looks fits after a cut', async () => {
    const { blocks } = await readPaper({
      body:
        p('长'.repeat(11_000)) +
        p(Array.from({ length: 250 }, (_, i) => r(`${i}`, i % 2 ? '<w:b/>' : '')).join('')),
    });
    expect(blocks).toHaveLength(4);
    expect(v.is(body, blocks)).toBe(true);
  });
});
