import fc from '../support/fast-check';
import { PIECE } from '@contract/rules/chase';
import { parseJielong } from '@contract/rules/jielong';
import { jielongPieces, type JielongDone } from '@contract/rules/jielong-text';
import { matchJielong } from '@server/kit/jielong/match';
import type { UnitNames } from '@server/kit/jielong/name-index';
import { spent } from '../support/spent';

const now = new Date('2026-11-23T01:00:00Z');
const due = new Date('2026-11-26T09:00:00Z');
const title = '关于报送四季度信息的通知';
const words = (text: string) => parseJielong(text).map(({ parts }) => parts.map((part) => part.text));

describe('reading a line', () => {
  it.each([
    ['1. 甲某 示例一矿', ['甲某', '示例一矿']],
    ['１２、甲某，示例一矿', ['甲某', '示例一矿']],
    ['甲某（示例一矿）收到', ['甲某', '示例一矿']],
    ['101煤矿 甲某', ['101煤矿', '甲某']],
    ['1. 甲某 13900001234', ['甲某']],
    ['3. 2.0科技 甲某', ['2', '0科技', '甲某']],
  ])('%s', (line, expected) => {
    expect(words(line)).toEqual([expected]);
  });

  it.each([
    ['甲某+1', 1],
    ['甲某 ＋2人', 2],
    ['甲某等3人', 2],
    ['甲某 共两位', 1],
    ['甲某 ×3', 2],
    ['甲某', 0],
  ])('counts who comes along: %s', (line, extra) => {
    expect(parseJielong(line)[0]).toMatchObject({ extra });
  });

  it('drops nothing that ends with 收到, even when it speaks of the notice', () => {
    expect(parseJielong('示例一矿 甲某 通知收到')[0]).toMatchObject({ ignored: false });
  });
});

describe('writing the list', () => {
  it('has the title, the time, the confirmed with a tick, then a blank for each missing', () => {
    const done = [{ unitName: '示例一矿', name: '甲某' }];
    expect(jielongPieces(title, due, now, done, ['示例二矿'])).toEqual([
      '#接龙\n《关于报送四季度信息的通知》请于11月26日（周四）17:00前接龙（已确认1家，还差1家）\n\n' +
        '1. 示例一矿 甲某 ✓\n2. 示例二矿 ____',
    ]);
  });

  it.each([
    ['read', '已阅0家'],
    ['form', '已填报0家'],
  ] as const)('says what was asked: %s', (ask, words) => {
    expect(jielongPieces(title, due, now, [], ['示例二矿'], ask)[0]).toContain(`（${words}，还差1家）`);
  });

  it('does not ask for the past', () => {
    expect(jielongPieces(title, due, due, [], ['示例二矿'])[0]).toContain('已过截止时间');
  });

  it('goes into pieces that fit a chat box, numbers running through, every one with the title', () => {
    const missing = Array.from({ length: 420 }, (_, i) => `示例青岚第${i}矿业有限责任公司`);
    const pieces = jielongPieces(title, due, now, [], missing);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(PIECE);
      expect(piece.startsWith('#接龙\n《关于报送四季度信息的通知》')).toBe(true);
    }
    const numbers = pieces.join('\n').match(/^\d+(?=\. )/gm);
    expect(numbers).toEqual(missing.map((_, i) => String(i + 1)));
  });
});

/** Syllables that make names near to each other, short, with signs and digits in them. */
const stem = fc.array(
  fc.constantFrom('青岚', '望川', '远岫', '万里', '一', '101', 'ABC', '（东原）', '·', '-'),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const unitName = fc
  .tuple(stem, fc.constantFrom('矿业有限公司', '煤业有限责任公司', '集团有限公司', '电机厂', '学院'))
  .map(([stems, kind]) => `示例${stems.join('')}${kind}`);
const person = fc.constantFrom(
  '白小河',
  '温知秋',
  '万里',
  '方不同',
  '青岚',
  '甲、乙',
  '前台（代）',
  'Amy Li',
  '秋叶🌹',
  '',
);
const world = fc.uniqueArray(fc.record({ unitName, name: person, done: fc.boolean(), known: fc.boolean() }), {
  selector: ({ unitName: name }) => name.replace(/[^\u4e00-\u9fffA-Z0-9]/g, ''),
  minLength: 1,
  maxLength: 60,
});

describe('what is written is read again', () => {
  it('as exactly the units that confirmed, whatever the units and people are called', () => {
    fc.assert(
      fc.property(world, fc.boolean(), (all, late) => {
        const units: UnitNames[] = all.map(({ unitName: name, name: people, known }, i) => ({
          _id: `unit-${i}`,
          name,
          short: i % 3 === 0 ? name.slice(2, 6) : '',
          people: known ? people : '',
        }));
        const done: JielongDone[] = all.filter((one) => one.done);
        const missing = all.filter((one) => !one.done).map((one) => one.unitName);
        const pieces = jielongPieces(title, due, late ? due : now, done, missing);
        const matches = matchJielong(parseJielong(pieces.join('\n')), units);
        const found = matches.flatMap(({ result, candidates: [first] }) =>
          result === 'matched' && first ? [units[first.unit]?.name] : [],
        );
        expect(found).toEqual(done.map((one) => one.unitName));
      }),
      { numRuns: 400, seed: 20261123 },
    );
  });
});

describe('with 20,000 units', () => {
  it('reads a long list in well under a call, and still tells near names apart', () => {
    const units: UnitNames[] = Array.from({ length: 20_000 }, (_, i) => ({
      _id: `unit-${i}`,
      name: `示例第${i}号青岚矿业有限责任公司`,
      short: `${i}号青岚`,
      people: `联络员${i}|示例甲`,
    }));
    const text = Array.from({ length: 600 }, (_, i) =>
      i % 2 ? `${i}. 示例第${i * 7}号青岚矿业 某人` : `${i}. 示例第${i * 7}号青岗矿业 某人`,
    ).join('\n');
    const started = spent();
    const matches = matchJielong(parseJielong(text), units);
    expect(spent() - started).toBeLessThan(2000);
    expect(matches.filter(({ result }) => result === 'matched')).toHaveLength(300);
    expect(matchJielong(parseJielong('1. 示例甲'), units)[0]).toMatchObject({ result: 'ambiguous' });
  });

  it('is not kept busy by a text made to keep it busy', () => {
    const units: UnitNames[] = [{ _id: 'unit-1', name: '示例一矿', short: '一矿', people: '甲某' }];
    const started = spent();
    for (const text of [
      '字'.repeat(20_000),
      '字 '.repeat(10_000),
      '(['.repeat(10_000),
      '1. 字 '.repeat(4000),
      '#接龙\n'.repeat(4000),
    ])
      matchJielong(parseJielong(text), units);
    expect(spent() - started).toBeLessThan(5000);
  });
});
