import { nameIndex } from '@server/features/roster/plan/match';

/** Names the index finds alike, among these. */
function alike(name: string, others: string[], codes: Record<string, string> = {}): string[] {
  const index = nameIndex();
  const codeOf = (one: string) => codes[one] ?? '';
  for (const one of others) index.add({ id: one, name: one, short: '', creditCode: codeOf(one) });
  return index.alike({ name, short: '', creditCode: codeOf(name) }).map((one) => one.name);
}

const A = '示例宏达煤矿机械有限公司';

it.each([
  ['the same sound', '示例弘达煤矿机械有限公司'],
  ['two neighbours changed over', '示例达宏煤矿机械有限公司'],
  ['one character left out', '示例宏达煤机械有限公司'],
  ['one put in', '示例省宏达煤矿机械有限公司'],
  ['another legal form', '示例宏达煤矿机械有限责任公司'],
  ['the place in front left out', '宏达煤矿机械'],
  ['a place in front', '示例省示例市示例宏达煤矿机械'],
  ['full-width brackets', '示例（宏达）煤矿机械有限公司'],
])('%s: perhaps the same', (_what, name) => {
  expect(alike(name, [A])).toEqual([A]);
});

it.each([
  ['another trade name', '示例恒远煤矿机械有限公司'],
  ['one character of another sound', '示例宏泰煤矿机械有限公司'],
  ['another trade', '示例宏达信息技术有限公司'],
  ['another number', '示例宏达第二煤矿机械有限公司'],
])('%s: another unit', (_what, name) => {
  expect(alike(name, [A, '示例宏达第一煤矿机械有限公司'])).not.toContain(A);
});

it.each([
  ['日 and 曰', '示例曰升矿业有限公司', '示例日升矿业有限公司'],
  ['two at once', '示例日升末来矿业有限公司', '示例曰升未来矿业有限公司'],
  ['a short name', '曰升公司', '日升公司'],
  ['a letter and a nought', '示例O2科技有限公司', '示例02科技有限公司'],
  ['a letter and a one', '示例第l煤矿', '示例第1煤矿'],
  ['〇 and a nought', '示例一〇一厂', '示例一0一厂'],
  ['a dash and a numeral', '示例第—煤矿', '示例第一煤矿'],
  ['a Cyrillic letter', '示例АВС科技有限公司', '示例ABС科技有限公司'],
  ['a look and a sound', '示例曰弘煤矿机械有限公司', '示例日宏煤矿机械有限公司'],
  ['a cyclic sign', '示例甲煤矿有限公司', '示例申煤矿有限公司'],
  ['有限公司 and 有限责任公司', '示例日升矿业有限公司', '示例日升矿业有限责任公司'],
])('characters that look alike: %s', (_what, name, other) => {
  expect(alike(name, [other])).toEqual([other]);
  expect(alike(other, [name])).toEqual([name]);
});

it('characters that look alike under two registrations are two units', () => {
  const [a, b] = ['示例日升矿业有限公司', '示例曰升矿业有限公司'];
  expect(alike(a, [b], { [a]: '91610000ABCDEFGH12', [b]: '91610000ABCDEFGH34' })).toEqual([]);
});

it('two registrations are two units, however alike the names', () => {
  const near = '示例弘达煤矿机械有限公司';
  expect(alike(near, [A], { [A]: '91610000ABCDEFGH12', [near]: '91610000ABCDEFGH34' })).toEqual([]);
  expect(alike(near, [A], { [A]: '91610000ABCDEFGH12' })).toEqual([A]);
});

it('of companies of one place and trade hardly any are taken for another', () => {
  const marks = [...'宏恒华盛鑫天泰长安金永兴中联润嘉瑞祥正大力创锐博雅诚明东青松云龙'];
  const names = ['示例', '青岚', '云岭'].flatMap((place) =>
    marks.flatMap((mark, i) =>
      [5, 11].map((step) => `${place}${mark}${marks[(i + step) % marks.length] ?? ''}煤业有限公司`),
    ),
  );
  const asked = names.filter((name, i) => alike(name, names.slice(0, i)).length > 0);
  expect(asked.length / names.length).toBeLessThan(0.05);
});
