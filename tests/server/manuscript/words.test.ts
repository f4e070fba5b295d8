import { runsText } from '@contract/body';
import { lists, level, numbered, of, p, r, readPaper, textBox, type Parts } from './papers';

/** Headings, numbers, runs and changes as offices' papers have them. */

const blocksOf = async (parts: Parts) => (await readPaper(parts)).blocks;
const textsOf = async (parts: Parts) =>
  (await blocksOf(parts)).map((block) => {
    if (block.type === 'heading') return `# ${block.text}`;
    if (block.type === 'paragraph') return block.runs.map(({ text }) => text).join('');
    if (block.type === 'list')
      return block.items.map((item) => `· ${item.map(({ text }) => text).join('')}`).join('|');
    return block.type;
  });
const runsOf = async (body: string, styles = '') => {
  const [block] = await blocksOf({ body, styles });
  return block?.type === 'paragraph' ? block.runs : [];
};
const style = (id: string, name: string, inner: string, based = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based && `<w:basedOn w:val="${based}"/>`}${inner}</w:style>`;
const styled = (text: string, id: string) => p(text, `<w:pStyle w:val="${id}"/>`);

describe('headings', () => {
  const styles =
    style('1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style('a2', '标题 2', '') +
    style('own', '我的一级', '', '1') +
    style('lvl', '正文带大纲', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
    style('plain', '正文大纲', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>');

  it('come from the style, its base or its outline level', async () => {
    expect(
      await textsOf({
        body:
          styled('时间地点', '1') +
          styled('参会人员', 'a2') +
          styled('报名', 'own') +
          styled('其他', 'lvl') +
          styled('正文', 'plain'),
        styles,
      }),
    ).toEqual(['# 时间地点', '# 参会人员', '# 报名', '# 其他', '正文']);
  });

  it('come from the number where the line is set as one', async () => {
    const hei = '<w:rFonts w:eastAsia="黑体"/>';
    const kai = '<w:rFonts w:eastAsia="楷体_GB2312"/>';
    expect(
      await textsOf({
        body:
          p(r('一、会议时间', hei)) +
          p(r('（一）报到', kai)) +
          p(r('二、', '<w:b/>') + r('费用', '<w:b/>')) +
          p('三、不是黑体也不加粗') +
          p(r('四、加粗的整句话，以句号结尾。', '<w:b/>')) +
          p(r('重要提示', '<w:b/>')) +
          p(r('第一章总则', hei)),
      }),
    ).toEqual([
      '# 一、会议时间',
      '# （一）报到',
      '# 二、费用',
      '三、不是黑体也不加粗',
      '四、加粗的整句话，以句号结尾。',
      '重要提示',
      '# 第一章总则',
    ]);
  });

  it('too long for one stay a paragraph', async () => {
    expect(await textsOf({ body: styled('长'.repeat(101), '1'), styles })).toEqual(['长'.repeat(101)]);
  });
});

describe('the title', () => {
  const big = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>';
  const middle = '<w:jc w:val="center"/>';

  it('is the large line in the middle, over two lines too, below a red head', async () => {
    const read = await readPaper({
      body:
        p(r('某某协会文件', '<w:color w:val="FF0000"/><w:sz w:val="84"/>'), middle) +
        p('某协会发〔2026〕12号', middle) +
        p(r('关于召开2026年联络员', big), middle) +
        p(r('工作会议的通知', big), middle) +
        p('各会员单位：'),
    });
    expect(read.title).toBe('关于召开2026年联络员工作会议的通知');
    expect(read.blocks).toHaveLength(3);
  });

  it('is what has the style of one, and nothing where none stands out', async () => {
    const styles = style('T', 'Title', '');
    expect(await readPaper({ body: styled('年会通知', 'T') + p('正文'), styles })).toMatchObject({
      title: '年会通知',
    });
    expect(await readPaper({ body: p('年会通知') + p('正文') })).toMatchObject({ title: '' });
  });
});

describe('automatic numbers are written out as they are printed', () => {
  const chinese = [
    level(0, 'chineseCountingThousand', '%1、'),
    level(1, 'chineseCounting', '（%2）'),
    level(2, 'decimal', '%3.'),
  ].join('');

  it('一、（一）1. over the levels, begun anew below a new one', async () => {
    expect(
      await textsOf({
        body: [
          numbered('总体要求', 1),
          numbered('指导思想', 1, 1),
          numbered('基本原则', 1, 1),
          numbered('坚持', 1, 2),
          numbered('推进', 1, 2),
          numbered('任务', 1),
          numbered('报送', 1, 1),
          numbered('按时', 1, 2),
        ].join(''),
        numbering: lists([chinese], [of(0)]),
      }),
    ).toEqual([
      '一、总体要求',
      '（一）指导思想',
      '（二）基本原则',
      '1. 坚持',
      '2. 推进',
      '二、任务',
      '（一）报送',
      '1. 按时',
    ]);
  });

  it('counts past ten, and on where the typed text between interrupts', async () => {
    const body = Array.from({ length: 12 }, (_, i) => numbered(`第${i}项`, 1) + p('说明')).join('');
    const texts = await textsOf({ body, numbering: lists([chinese], [of(0)]) });
    expect(texts.filter((text) => text !== '说明').map((text) => text.split('、')[0])).toEqual([
      ...'一二三四五六七八九十',
      '十一',
      '十二',
    ]);
  });

  it('a second list of the same definition goes on, one told to start begins anew', async () => {
    const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    expect(
      await textsOf({
        body: numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3),
        numbering: lists([chinese], [of(0), of(0), of(0, start)]),
      }),
    ).toEqual(['一、甲', '二、乙', '一、丙', '二、丁']);
  });

  it.each([
    ['decimal', '%1)', '1)报'],
    ['decimalEnclosedCircle', '%1', '①报'],
    ['decimalEnclosedCircleChinese', '%1', '①报'],
    ['upperLetter', '%1.', 'A. 报'],
    ['lowerRoman', '(%1)', '(i)报'],
    ['decimalZero', '%1', '01 报'],
    ['chineseLegalSimplified', '%1、', '壹、报'],
    ['ideographTraditional', '%1、', '甲、报'],
    ['decimalFullWidth', '%1．', '１．报'],
    ['none', '附件', '附件 报'],
  ])('%s as %s', async (format, text, shown) => {
    expect(
      await textsOf({ body: numbered('报', 1), numbering: lists([level(0, format, text)], [of(0)]) }),
    ).toEqual([shown]);
  });

  it('1.1 joins the levels, 第一条 keeps its words, legal papers their figures', async () => {
    const levels = level(0, 'chineseCounting', '第%1条') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    expect(
      await textsOf({
        body: numbered('总则', 1) + numbered('目的', 1, 1) + numbered('范围', 1, 1),
        numbering: lists([levels], [of(0)]),
      }),
    ).toEqual(['第一条 总则', '1.1 目的', '1.2 范围']);
  });

  it('bullets become a list, neighbours one', async () => {
    expect(
      await textsOf({
        body: numbered('手机', 1) + numbered('身份证', 1) + p('说明') + numbered('其他', 1),
        numbering: lists([level(0, 'bullet', '')], [of(0)]),
      }),
    ).toEqual(['· 手机|· 身份证', '说明', '· 其他']);
  });

  it('a style brings its number, a paragraph may refuse it', async () => {
    const styles = style('L', '编号正文', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    expect(
      await textsOf({
        body:
          styled('甲', 'L') +
          p('乙', '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
          styled('丙', 'L'),
        styles,
        numbering: lists([chinese], [of(0)]),
      }),
    ).toEqual(['一、甲', '乙', '二、丙']);
  });

  it('typed numbers stay as typed', async () => {
    const typed = ['一、时间', '（一）报到', '1.地点', '⑴费用', '① 备注', '第3条 其他'];
    expect(await textsOf({ body: typed.map((text) => p(text)).join('') })).toEqual(typed);
  });
});

describe('runs', () => {
  it('keep bold, red and blue by themselves, by character style and by paragraph style', async () => {
    const styles =
      style('B', '加粗段', '<w:rPr><w:b/></w:rPr>') +
      '<w:style w:type="character" w:styleId="Red"><w:name w:val="红字"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>';
    expect(
      await runsOf(
        p(
          r('甲') + r('乙', '<w:b w:val="0"/>') + r('丙', '<w:rStyle w:val="Red"/>'),
          '<w:pStyle w:val="B"/>',
        ),
        styles,
      ),
    ).toEqual([{ text: '甲', bold: true }, { text: '乙' }, { text: '丙', bold: true, color: 'red' }]);
  });

  it.each([
    ['FF0000', 'red'],
    ['C00000', 'red'],
    ['0000FF', 'blue'],
    ['0070C0', 'blue'],
    ['000000', undefined],
    ['auto', undefined],
    ['333333', undefined],
    ['00B050', undefined],
  ])('colour %s', async (color, tint) => {
    const [run] = await runsOf(p(r('字', `<w:color w:val="${color}"/>`)));
    expect(run?.color).toBe(tint);
  });

  it('cut apart by Word come together again', async () => {
    expect(
      await runsOf(p(r('请于') + '<w:proofErr w:type="gramStart"/>' + r('11月') + r('26日') + r('前'))),
    ).toEqual([{ text: '请于11月26日前' }]);
  });

  it('lose the blanks that indent, keep the gaps to be filled in and the tabs between', async () => {
    expect(
      await textsOf({
        body:
          p('　　各会员单位： ') +
          p(r('联系人：') + '<w:r><w:tab/></w:r>' + r('电话：')) +
          p(r('签字：') + r('      ', '<w:u w:val="single"/>')),
      }),
    ).toEqual(['各会员单位：', '联系人：　电话：', '签字：______']);
  });

  it('a soft return parts the paragraph, a page break does not', async () => {
    expect(
      await textsOf({
        body: p(
          r('第一行') + '<w:r><w:br/></w:r>' + r('第二行') + '<w:r><w:br w:type="page"/></w:r>' + r('同一行'),
        ),
      }),
    ).toEqual(['第一行', '第二行同一行']);
  });

  it('fields give what they show, links where they lead', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      r('2026年11月') +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const link = (text: string) => `<w:hyperlink r:id="l1">${r(text)}</w:hyperlink>`;
    expect(
      await textsOf({
        body: p(r('于') + field) + p(r('见') + link('报名网页')) + p(link('example.com/baoming')),
        relations: { l1: 'https://example.com/baoming' },
      }),
    ).toEqual(['于2026年11月', '见报名网页（https://example.com/baoming）', 'example.com/baoming']);
  });

  it('boxes to tick are characters', async () => {
    expect(
      await textsOf({
        body: p(
          '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
            r('参加') +
            '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' +
            r('不参加'),
        ),
      }),
    ).toEqual(['☑参加□不参加']);
  });
});

describe('tracked changes are taken as accepted, and told', () => {
  it('what was put in stays, what was taken out goes, ends of paragraphs too', async () => {
    const read = await readPaper({
      body:
        p(
          r('定于') +
            `<w:ins>${r('26')}</w:ins><w:del><w:r><w:delText>25</w:delText></w:r></w:del>` +
            r('日'),
        ) +
        p(r('接着'), '<w:rPr><w:del/></w:rPr>') +
        p('同段') +
        p(`<w:del><w:r><w:delText>全删</w:delText></w:r></w:del>`) +
        p(`<w:moveFrom>${r('移走')}</w:moveFrom>`) +
        p(`<w:moveTo>${r('移来')}</w:moveTo>`),
    });
    expect(
      read.blocks.map((block) => (block.type === 'paragraph' ? runsText(block.runs) : block.type)),
    ).toEqual(['定于26日', '接着同段', '移来']);
    expect(read.left).toEqual(['文件里有修订痕迹，已按接受全部修订后的样子导入，请核对']);
  });
});

describe('what stands beside the text is named, never dropped in silence', () => {
  it('text boxes, notes, comments, page heads, formulas, shapes, objects, hidden words', async () => {
    const { left, blocks } = await readPaper({
      body:
        p(r('正文') + textBox('内部资料 注意保存') + '<w:r><w:footnoteReference w:id="2"/></w:r>') +
        p(r('又') + '<w:r><w:commentReference w:id="1"/></w:r>' + r('隐', '<w:vanish/>')) +
        p(
          '<w:r><w:object><o:OLEObject/></w:object></w:r>' +
            '<w:r><w:drawing><wps:wsp/></w:drawing></w:r>' +
            '<w:r><w:drawing><c:chart/></w:drawing></w:r>',
        ) +
        p('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>') +
        p('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'),
      footnotes: `<w:footnote w:id="2">${p('按2025年口径')}</w:footnote>`,
      header: p('示例市煤炭工业协会'),
    });
    expect(blocks.map((block) => (block.type === 'paragraph' ? block.runs[0]?.text : block.type))).toEqual([
      '正文',
      '又',
      'a+b',
    ]);
    expect(left.sort()).toEqual(
      [
        '1个文本框没有导入（“内部资料 注意保存”），需要的话请复制进来',
        '1条脚注或尾注没有导入（“按2025年口径”）',
        '1条批注没有导入',
        '页眉、页脚没有导入（“示例市煤炭工业协会”）',
        '1个图表没有导入，请截图后作为图片添加',
        '1个图形（线条、印章、艺术字等）没有导入',
        '1个嵌入的文件没有导入，请作为附件添加',
        '1处公式只导入了其中的文字，请核对',
        '1处隐藏文字没有导入',
        '1处特殊符号没有导入，请核对',
      ].sort(),
    );
  });

  it('a table of contents is left out and named; page numbers are not worth a word', async () => {
    const styles = style('TOC1', 'toc 1', '');
    expect(
      await readPaper({ body: styled('一、时间	1', 'TOC1') + p('正文'), styles, header: p('— 1 —') }),
    ).toMatchObject({
      blocks: [{ type: 'paragraph' }],
      left: ['目录没有导入'],
    });
  });
});
