import { chasePieces, PIECE } from '@contract/rules/chase';

const now = new Date('2026-11-21T01:12:00Z');
const due = new Date('2026-11-26T09:00:00Z');
const title = '关于报送三季度信息的通知';

test('nobody missing, nothing to say', () => {
  expect(chasePieces(title, due, now, [])).toEqual([]);
});

test('names the notice, how many, who, and until when', () => {
  expect(chasePieces(title, due, now, ['甲公司', '乙公司'])).toEqual([
    '【催】《关于报送三季度信息的通知》尚有2家未确认：甲公司、乙公司。请于11月26日（周四）17:00前点开小程序确认，谢谢！',
  ]);
});

test('after the deadline it does not ask for the past', () => {
  const [text] = chasePieces(title, due, due, ['甲公司']);
  expect(text).toContain('已过截止时间');
  expect(text).not.toContain('11月26日');
});

test('many names go into pieces that fit a chat box, each to be read alone, nobody lost', () => {
  const names = Array.from({ length: 420 }, (_, i) => `示例青岚矿业第${i}有限责任公司`);
  const pieces = chasePieces(title, due, now, names);
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(PIECE);
    expect(piece).toMatch(/^【催】《关于报送三季度信息的通知》尚有420家未确认：.+，谢谢！$/);
  }
  const named = pieces.flatMap((piece) =>
    piece
      .replace(/^.*?：/, '')
      .replace(/。.*$/, '')
      .split('、'),
  );
  expect(named).toEqual(names);
});
