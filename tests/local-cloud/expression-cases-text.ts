import { fails, type Case } from './expression-cases';

const AT = "date: '$at'";
const NEW_YEAR = "new Date('2027-01-02T00:00:00Z')";

/** Dates, strings, and what sums up a list. */
export const TEXT_CASES: Record<string, Case[]> = {
  dateFromParts: [
    [
      "$.dateFromParts({ year: 2026, month: 11, day: 21, hour: 10, timezone: 'Asia/Shanghai' })",
      '2026-11-21T02:00:00.000Z',
    ],
    ['$.dateFromParts({ year: 2026, month: 14 })', '2027-02-01T00:00:00.000Z'],
    ['$.dateFromParts({ isoWeekYear: 2026, isoWeek: 47, isoDayOfWeek: 6 })', '2026-11-21T00:00:00.000Z'],
    ['$.dateFromParts({ month: 1 })', fails("'year' must evaluate to an integer")],
  ],
  dateFromString: [
    [
      "$.dateFromString({ dateString: '2026-11-21T10:00:00', timezone: 'Asia/Shanghai' })",
      '2026-11-21T02:00:00.000Z',
    ],
    ["$.dateFromString({ dateString: '2026-11-21' })", '2026-11-21T00:00:00.000Z'],
    [
      "$.dateFromString({ dateString: '21/11/2026 08:05', format: '%d/%m/%Y %H:%M' })",
      '2026-11-21T08:05:00.000Z',
    ],
    ["$.dateFromString({ dateString: '2026-02-30' })", fails('Error parsing date string')],
    ["$.dateFromString({ dateString: 'x', onError: 'err' })", 'err'],
    ["$.dateFromString({ dateString: null, onNull: 'nil' })", 'nil'],
  ],
  dateToString: [
    [
      `$.dateToString({ ${AT}, format: '%Y-%m-%d %H:%M:%S.%L', timezone: '+08:00' })`,
      '2026-11-21 10:03:04.567',
    ],
    [
      `$.dateToString({ ${AT}, format: '%j %w %u %U %V %G %z %Z %%', timezone: 'Asia/Shanghai' })`,
      '325 7 6 46 47 2026 +0800 480 %',
    ],
    [`$.dateToString({ ${AT} })`, '2026-11-21T02:03:04.567Z'],
    ["$.dateToString({ date: '$none', onNull: '-' })", '-'],
    [`$.dateToString({ ${AT}, format: '%Q' })`, fails("Invalid format character '%Q'")],
    [`$.dateToString({ ${AT}, timezone: 'Mars/X' })`, fails('unrecognized time zone')],
  ],
  dayOfMonth: [
    ['$.dayOfMonth("$at")', 21],
    ["$.dayOfMonth({ date: new Date('2026-11-21T20:00:00Z'), timezone: '+08:00' })", 22],
    ['$.dayOfMonth("$none")', null],
    ['$.dayOfMonth("$s")', fails("can't convert string to Date")],
  ],
  dayOfWeek: [['$.dayOfWeek("$at")', 7]],
  dayOfYear: [['$.dayOfYear("$at")', 325]],
  isoDayOfWeek: [
    ['$.isoDayOfWeek("$at")', 6],
    ["$.isoDayOfWeek(new Date('2026-11-22T00:00:00Z'))", 7],
  ],
  isoWeek: [
    ['$.isoWeek("$at")', 47],
    [`$.isoWeek(${NEW_YEAR})`, 53],
  ],
  isoWeekYear: [
    ['$.isoWeekYear("$at")', 2026],
    [`$.isoWeekYear(${NEW_YEAR})`, 2026],
  ],
  millisecond: [['$.millisecond("$at")', 567]],
  minute: [['$.minute("$at")', 3]],
  month: [['$.month("$at")', 11]],
  second: [['$.second("$at")', 4]],
  hour: [
    ['$.hour("$at")', 2],
    ["$.hour({ date: '$at', timezone: 'Asia/Shanghai' })", 10],
  ],
  week: [
    ['$.week("$at")', 46],
    ["$.week(new Date('2026-01-03T00:00:00Z'))", 0],
  ],
  year: [['$.year("$at")', 2026]],

  concat: [
    ["$.concat(['$s', '!'])", '安全Ab!'],
    ["$.concat(['$s', '$none'])", null],
    ["$.concat(['a', 1])", fails('$concat')],
  ],
  indexOfBytes: [["$.indexOfBytes(['$s', 'A'])", 6]],
  indexOfCP: [
    ["$.indexOfCP(['😀安全', '全'])", 2],
    ["$.indexOfCP(['aba', 'a', 1])", 2],
    ["$.indexOfCP(['a', 'x'])", -1],
    ["$.indexOfCP([1, 'x'])", fails('requires a string')],
  ],
  split: [["$.split(['a-b-c', '-'])", ['a', 'b', 'c']]],
  strLenBytes: [['$.strLenBytes("$s")', 8]],
  strLenCP: [
    ['$.strLenCP("😀安")', 2],
    ['$.strLenCP(1)', fails('requires a string')],
  ],
  strcasecmp: [
    ["$.strcasecmp(['ab', 'AB'])", 0],
    ["$.strcasecmp([null, 'a'])", -1],
  ],
  substr: [
    ["$.substr(['abc', 1, 1])", 'b'],
    ["$.substr(['abc', 1, 9])", 'bc'],
  ],
  substrBytes: [
    ["$.substrBytes(['$s', 0, 3])", '安'],
    ["$.substrBytes(['$s', 0, 2])", fails('continuation byte')],
  ],
  substrCP: [
    ["$.substrCP(['😀安全', 1, 1])", '安'],
    ["$.substrCP(['$none', 0, 1])", ''],
  ],
  toLower: [
    ['$.toLower("AbÄ")', 'abÄ'],
    ['$.toLower("$none")', ''],
  ],
  toUpper: [['$.toUpper("ab")', 'AB']],
  meta: [["$.meta('textScore')", fails('expression $meta is not supported by the local cloud')]],

  avg: [
    ['$.avg("$l")', 2],
    ['$.avg([1, "a", 3])', 2],
    ['$.avg("$none")', null],
  ],
  first: [['$.first("$l")', 3]],
  last: [['$.last("$l")', 2]],
  max: [
    ['$.max("$l")', 3],
    ['$.max([1, "a", null])', 'a'],
  ],
  min: [['$.min("$l")', 1]],
  stdDevPop: [['$.stdDevPop([2, 4])', 1]],
  stdDevSamp: [
    ['$.stdDevSamp("$l")', 1],
    ['$.stdDevSamp([1])', null],
  ],
  sum: [
    ['$.sum("$l")', 6],
    ['$.sum("$none")', 0],
  ],
  addToSet: [['$.addToSet("$n")', fails('expression $addToSet is not supported')]],
  push: [['$.push("$n")', fails('expression $push is not supported')]],
  let: [
    ["$.let({ vars: { a: '$n', b: 2 }, in: $.multiply(['$$a', '$$b']) })", 14],
    ["$.let({ vars: {}, in: '$$no' })", fails('undefined variable')],
  ],
};
