import { chasePieces, deadlineWords, headText, PIECE, smsText } from '@contract/rules/chase';

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

test.each([
  ['2026-11-21T09:00:00Z', '今日17时'],
  ['2026-11-21T09:30:00Z', '今日17时30分'],
  ['2026-11-21T16:00:00Z', '今日24时'],
  ['2026-11-22T04:00:00Z', '明日12时'],
  ['2026-11-23T09:00:00Z', '11月23日（周一）17:00'],
])('until %s reads %s', (iso, words) => {
  expect(deadlineWords(new Date(iso), now)).toBe(words);
});

test.each([
  ['read', '尚有1家未阅：甲公司。请今日17时前点开小程序阅读，谢谢！'],
  ['confirm', '尚有1家未确认：甲公司。请今日17时前点开小程序确认，谢谢！'],
  ['form', '尚有1家未填报：甲公司。请今日17时前点开小程序填报，谢谢！'],
] as const)('says what is asked: %s', (ask, words) => {
  expect(chasePieces(title, new Date('2026-11-21T09:00:00Z'), now, ['甲公司'], ask)).toEqual([
    `【催】《关于报送三季度信息的通知》${words}`,
  ]);
});

test('an SMS holds the host, the deadline and the link', () => {
  const sms = {
    ask: 'form',
    title,
    hostName: '示例市煤炭工业协会',
    unitName: '甲公司',
    url: 'https://wxaurl.cn/a',
  } as const;
  expect(smsText({ ...sms, due, now })).toBe(
    '【示例市煤炭工业协会】甲公司：《关于报送三季度信息的通知》请于11月26日（周四）17:00前填写回执。请点击 https://wxaurl.cn/a 办理。',
  );
  expect(smsText({ ...sms, due: now, now })).toContain('已过截止时间，请尽快填写回执');
});

test('a head is told by name and post what the unit owes, or as the unit’s head', () => {
  const letter = {
    ask: 'confirm',
    title,
    hostName: '示例市煤炭工业协会',
    unitName: '甲公司',
    name: '示例丁',
    position: '总经理',
    liaison: '示例乙',
    dueAt: new Date('2026-11-20T09:00:00Z'),
    now,
  } as const;
  expect(headText(letter)).toBe(
    '示例丁总经理，您好！我会《关于报送三季度信息的通知》已于11月20日（周五）17:00截止，贵单位（联络员示例乙）至今未确认。烦请安排人员尽快办理，谢谢支持。示例市煤炭工业协会，2026年11月21日',
  );
  expect(headText({ ...letter, name: '', position: '', liaison: '', dueAt: due })).toContain(
    '甲公司负责人，您好！我会《关于报送三季度信息的通知》请各单位于11月26日（周四）17:00前回复，贵单位（尚无登记的联络员）至今未确认',
  );
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
