import { signed } from '@/features/notice/formal';
import { paperOf, piecesOf, textOf, type Whole } from '@/features/notice/forward/words';
import { layOut } from '@/lib/text-picture/layout';
import type { Measure } from '@/lib/text-picture/lines';

const NOW = new Date('2026-11-23T01:00:00Z');
const measure: Measure = (_cluster, { size }) => size;

/** As a liaison's phone has it: one picture to see, one that is still looked at, one refused, and a file. */
const notice: Whole = {
  view: 'whole',
  noticeId: 'notice-1',
  title: '关于召开年会的通知',
  hostId: 'association',
  hostName: '示例市煤炭工业协会',
  style: 'plain',
  state: 'published',
  asking: { kind: 'confirm' },
  publishedAt: NOW.toISOString(),
  dueAt: '2026-11-26T09:00:00.000Z',
  dueText: '剩3个工作日',
  number: null,
  addressee: '各会员单位',
  withdrawn: null,
  correction: null,
  newer: null,
  revisions: 0,
  body: [
    { type: 'paragraph', runs: [{ text: '请准时参加。' }] },
    { type: 'picture', fileKey: 'key-seen', caption: '会场' },
    { type: 'picture', fileKey: 'key-checking', caption: '路线' },
    { type: 'picture', fileKey: 'key-refused', caption: '' },
    { type: 'file', fileKey: 'key-file', name: '报名表.docx', size: 100 },
  ],
  urls: { 'key-seen': 'https://tmp.example/seen.png?sign=1', 'key-file': 'https://tmp.example/a.docx' },
  held: { 'key-checking': 'checking', 'key-refused': 'refused' },
  counts: null,
  receipt: {
    unitId: 'unit-1',
    unitName: '示例一矿有限公司',
    state: 'opened',
    opened: { at: NOW.toISOString(), by: '示例联络员' },
    confirmed: null,
    handedIn: null,
    turn: '等您：确认收到',
  },
};

describe('a notice handed on to colleagues', () => {
  const drawn = layOut(paperOf(notice, NOW), measure)
    .flatMap(({ marks }) => marks.flatMap((mark) => ('text' in mark ? [mark.text] : [])))
    .join('');

  it.each([
    ['as text', textOf(notice, NOW)],
    ['as a picture', drawn],
  ])('%s says what all were told', (_how, said) => {
    expect(said).toContain('请准时参加。');
    expect(said).toContain('会场');
  });

  it.each([
    ['as text', textOf(notice, NOW)],
    ['as a picture', drawn],
  ])(
    '%s takes along no address or key of a file, nothing of a picture’s check and nothing of the unit',
    (_how, said) => {
      expect(said).not.toMatch(/https?:|tmp\.example|key-|checking|refused|审核/);
      expect(said).not.toMatch(/示例一矿|示例联络员|unit-1/);
    },
  );
});

it('as text comes in pieces a chat box takes, nothing lost', () => {
  expect(piecesOf(notice, NOW)).toEqual([textOf(notice, NOW)]);
  const lines = Array.from({ length: 80 }, (_, i) => `第${i + 1}项${'工作要求'.repeat(30)}`);
  const long: Whole = {
    ...notice,
    body: [...lines, '😀'.repeat(3000)].map((text) => ({ type: 'paragraph', runs: [{ text }] })),
  };
  const pieces = piecesOf(long, NOW);
  expect(pieces.length).toBeGreaterThan(6);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(2000);
    expect(piece).toMatch(/^关于召开年会的通知（第\d+段，共\d+段）\n/);
  }
  const said = pieces.map((piece) => piece.replace(/^.*\n/, '')).join('\n');
  for (const line of lines) expect(said).toContain(line);
  expect(said.replace(/\n/g, '').match(/😀/gu)).toHaveLength(3000);
  expect(pieces[pieces.length - 1]).toContain('来自示例市煤炭工业协会联络通');
});

it('a formal document goes on with its red head, to whom it is and who signs it', () => {
  const formal: Whole = { ...notice, style: 'formal', number: '协会发〔2026〕3号' };
  const paper = paperOf(formal, NOW);
  expect(paper.red).toEqual({ host: '示例市煤炭工业协会文件', number: '协会发〔2026〕3号' });
  const said = textOf(formal, NOW);
  expect(said).toMatch(/各会员单位：\s+请准时参加。/);
  expect(said).toMatch(/示例市煤炭工业协会\s+2026年11月23日\s+来自/);
  const own: Whole = {
    ...formal,
    body: [{ type: 'paragraph', runs: [{ text: '各会员单位：请准时参加。' }] }],
  };
  expect(textOf(own, NOW).match(/各会员单位：/g)).toHaveLength(1);
});

describe('the signature of a formal document', () => {
  const lines = (...words: string[]): Whole['body'] =>
    words.map((text) => ({ type: 'paragraph', runs: [{ text }] }));
  const of = (...words: string[]) => {
    const { body, signature } = signed({ ...notice, body: lines(...words) });
    return [body.length, signature];
  };
  const host = '示例市煤炭工业协会';

  it.each([
    ['is the host today where the text has none', ['请参加。'], 1, [host, '2026年11月23日']],
    [
      'is the one the text ends with, not written twice',
      ['请参加。', '　　示例市煤炭工业协会', '2026年11月20日'],
      1,
      [host, '2026年11月20日'],
    ],
    [
      'may be of two hosts, in Chinese digits',
      ['请参加。', host, '示例市煤炭学会', '二〇二六年十一月二十日'],
      1,
      [host, '示例市煤炭学会', '二〇二六年十一月二十日'],
    ],
    [
      'is the host where only a day stands there',
      ['特此通知', '2026年11月20日'],
      1,
      [host, '2026年11月20日'],
    ],
    ['is not an enclosure or a sentence', ['附件：名单', '2026年11月20日'], 1, [host, '2026年11月20日']],
    ['is not a day within a sentence', ['请于2026年11月20日'], 1, [host, '2026年11月23日']],
  ])('%s', (_what, words, left, signature) => {
    expect(of(...words)).toEqual([left, signature]);
  });
});
