import { codeIdIn } from '@/lib/scan-code';
import { newRequestId } from '@/lib/request-id';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

const code = 'Ab3dEf6hJk9mNp2rSt';

test.each([
  ['our own mini-program code', `features/filing/register/index?scene=${code}`],
  ['its scene written as an address writes it', `features/filing/register/index?scene%3D${code}`],
  ['the bare id', code],
  ['an address with more behind it', `https://example.com/r?scene=${code}&from=group`],
])('a registration code is found in %s', (_, scanned) => expect(codeIdIn(scanned)).toBe(code));

test.each([
  ['a shop', 'https://example.com/shop?id=7'],
  ['an id too short', 'Ab3dEf6h'],
  ['nothing', ''],
  ['a broken escape', '100%zz'],
])('none in %s', (_, scanned) => expect(codeIdIn(scanned)).toBeNull());

test('request ids fit the contract and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, newRequestId);
  expect(new Set(ids).size).toBe(2000);
  expect(ids.every((id) => /^[A-Za-z0-9_-]{16,40}$/.test(id))).toBe(true);
});
