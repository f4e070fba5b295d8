import { fitsField } from '../../local-cloud/openapi/template-values';

/** Limits of subscribe-message values by type (WeChat documentation): what just fits, and what just does not. */
const LIMITS: Record<string, [fits: string[], not: string[]]> = {
  thing: [['字'.repeat(20), '😀'.repeat(20), 'a 1'], ['字'.repeat(21)]],
  number: [
    ['1', '-3.5', '9'.repeat(32)],
    ['9'.repeat(33), '1a', '一'],
  ],
  letter: [['a'.repeat(32)], ['a'.repeat(33), 'a1', '字']],
  symbol: [['★★★★★'], ['★★★★★★', 'a', '字']],
  character_string: [['A-1'.padEnd(32, 'x')], ['x'.repeat(33), '字']],
  time: [
    ['15:01', '2019年10月1日 15:01', '09:00~10:30', '2026-11-21 09:00'],
    ['明天', '15时'],
  ],
  date: [
    ['2019年10月1日', '2019年10月1日 15:01', '2019年10月1日~2019年10月3日'],
    ['15:01', '10月1日'],
  ],
  amount: [
    ['¥100', '1234567890', '100.5元'],
    ['12345678901', '一百', '1.234'],
  ],
  phone_number: [['+86-0766-66888866'], ['+86-0766-668888661', 'abc']],
  car_number: [['粤A8Z888挂'], ['粤A8Z888挂车挂']],
  name: [
    ['欧阳'.repeat(5), 'a'.repeat(20), '阿不都·热西提'],
    ['欧'.repeat(11), 'a'.repeat(21), '张3'],
  ],
  phrase: [['待确认签字'], ['待确认签字了', 'ok', '待1']],
  enum: [['已通过'], []],
};

test.each(Object.entries(LIMITS))('%s', (type, [fits, not]) => {
  expect(fits.filter((value) => !fitsField(`${type}3`, value))).toEqual([]);
  expect(not.filter((value) => fitsField(`${type}3`, value))).toEqual([]);
});

test('an unknown type is refused', () => {
  expect(fitsField('colour1', 'x')).toBe(false);
});
