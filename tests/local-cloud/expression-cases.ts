import { REMOTE } from './remote';

/** An expression, and its value: a plain one, `MISSING`, or the words of its error. */
export type Case = [code: string, expected: unknown];
export const MISSING = 'missing';
/** Refusals of the local cloud: a real environment does the work. */
const OURS = new Set<unknown>();
export const fails = (words: string) => {
  const expected = { error: expect.stringContaining(words) as unknown };
  if (/is not supported|granularity/.test(words)) OURS.add(expected);
  return expected;
};
/** The rows of a table of cases that can be checked where the suite runs. */
export const rowsOf = (table: Record<string, Case[]>) =>
  Object.entries(table).flatMap(([name, cases]) =>
    cases.filter(([, expected]) => !REMOTE || !OURS.has(expected)).map((each) => [name, ...each] as const),
  );

const BOTH = '[{ a: 1, b: 2 }], [{ b: 2, a: 1 }]';

/** Numbers, arrays, logic and comparison, sets and objects. */
export const VALUE_CASES: Record<string, Case[]> = {
  abs: [
    ['$.abs("$neg")', 2.5],
    ['$.abs(["$neg"])', 2.5],
    ['$.abs("$none")', null],
    ['$.abs("$s")', fails('$abs')],
  ],
  add: [
    ['$.add(["$n", 1, 2])', 10],
    ['$.add(["$at", 433])', '2026-11-21T02:03:05.000Z'],
    ['$.add([1, "$none"])', null],
    ['$.add(["x", 1])', fails('$add')],
  ],
  ceil: [['$.ceil("$neg")', -2]],
  divide: [
    ['$.divide(["$n", 2])', 3.5],
    ['$.divide([1, 0])', fails('divide by zero')],
  ],
  exp: [['$.exp(0)', 1]],
  floor: [['$.floor("$neg")', -3]],
  ln: [
    ['$.ln(1)', 0],
    ['$.ln(0)', fails('must be a positive number')],
  ],
  log: [
    ['$.log([8, 2])', 3],
    ['$.log([null, 2])', null],
  ],
  log10: [['$.log10(100)', 2]],
  mod: [
    ['$.mod([-7, 3])', -1],
    ['$.mod(["$none", 2])', null],
    ['$.mod([1, 0])', fails("can't $mod by zero")],
  ],
  multiply: [['$.multiply(["$n", 2, 2])', 28]],
  pow: [['$.pow([2, 10])', 1024]],
  sqrt: [
    ['$.sqrt(16)', 4],
    ['$.sqrt(-1)', fails('$sqrt')],
  ],
  subtract: [
    ['$.subtract(["$n", 2])', 5],
    ["$.subtract(['$at', new Date('2026-11-21T02:03:04Z')])", 567],
  ],
  trunc: [
    ['$.trunc("$neg")', -2],
    ['$.trunc([2.567, 1])', 2.5],
  ],

  arrayElemAt: [
    ['$.arrayElemAt(["$l", -1])', 2],
    ['$.arrayElemAt(["$l", 9])', MISSING],
  ],
  arrayToObject: [
    ["$.arrayToObject([[['a', 1], ['b', 2]]])", { a: 1, b: 2 }],
    ["$.arrayToObject($.literal([{ k: 'a', v: 1 }]))", { a: 1 }],
    ['$.arrayToObject("$l")', fails('pairs')],
  ],
  concatArrays: [
    ['$.concatArrays(["$l", [9]])', [3, 1, 2, 9]],
    ['$.concatArrays(["$l", "$none"])', null],
  ],
  filter: [["$.filter({ input: '$l', as: 'e', cond: $.gt(['$$e', 1]) })", [3, 2]]],
  in: [
    ['$.in([2, "$l"])', true],
    ['$.in([{ b: 2, a: 1 }, [{ a: 1, b: 2 }]])', false],
    ['$.in([1, "$n"])', fails('$in needs an array')],
  ],
  indexOfArray: [
    ['$.indexOfArray(["$l", 2])', 2],
    ['$.indexOfArray(["$l", 3, 1])', -1],
    ['$.indexOfArray(["$none", 2])', null],
  ],
  isArray: [
    ['$.isArray("$l")', true],
    ['$.isArray(["$n"])', false],
  ],
  map: [["$.map({ input: '$m', as: 'e', in: '$$e.k' })", [1, 2]]],
  range: [
    ['$.range([0, 10, 3])', [0, 3, 6, 9]],
    ['$.range([3, 0, -1])', [3, 2, 1]],
    ['$.range([0, 5, 0])', fails('$range')],
  ],
  reduce: [["$.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) })", 6]],
  reverseArray: [['$.reverseArray("$l")', [2, 1, 3]]],
  size: [
    ['$.size("$l")', 3],
    ['$.size("$none")', fails('$size needs an array')],
  ],
  slice: [
    ['$.slice(["$l", 1, 2])', [1, 2]],
    ['$.slice(["$l", -2])', [1, 2]],
  ],
  zip: [
    [
      "$.zip({ inputs: [['a', 'b'], [1]], useLongestLength: true, defaults: ['x', 0] })",
      [
        ['a', 1],
        ['b', 0],
      ],
    ],
  ],

  and: [
    ['$.and(["$n", true])', true],
    ['$.and(["$n", 0])', false],
  ],
  not: [['$.not(["$n"])', false]],
  or: [
    ['$.or([0, "$n"])', true],
    ['$.or([])', false],
  ],
  cmp: [
    ['$.cmp([1, "a"])', -1],
    ['$.cmp([[1, 2], [1, 1]])', 1],
  ],
  eq: [
    ['$.eq(["$n", 7])', true],
    ['$.eq(["$none", null])', false],
    ['$.eq([{ a: 1, b: 2 }, { b: 2, a: 1 }])', false],
  ],
  gt: [['$.gt(["a", 1])', true]],
  gte: [['$.gte([1, 1])', true]],
  lt: [['$.lt(["$none", null])', true]],
  lte: [['$.lte([2, 1])', false]],
  neq: [['$.neq([1, 2])', true]],
  cond: [
    ["$.cond({ if: $.gt(['$n', 5]), then: 'y', else: 'n' })", 'y'],
    ["$.cond([false, 'y', 'n'])", 'n'],
  ],
  ifNull: [
    ["$.ifNull(['$none', 'd'])", 'd'],
    ['$.ifNull([0, 1])', 0],
  ],
  switch: [
    [
      "$.switch({ branches: [{ case: $.eq(['$n', 1]), then: 'a' }, { case: $.eq(['$n', 7]), then: 'b' }], default: 'c' })",
      'b',
    ],
    ['$.switch({ branches: [{ case: false, then: 1 }] })', fails('no default')],
  ],
  literal: [['$.literal("$n")', '$n']],
  mergeObjects: [
    ["$.mergeObjects(['$o', { b: 2 }, null])", { a: 1, b: 2 }],
    ['$.mergeObjects(["$o", 1])', fails('requires an object')],
  ],
  objectToArray: [
    [
      '$.objectToArray("$o")',
      [
        { k: 'a', v: 1 },
        { k: 'b', v: 'x' },
      ],
    ],
  ],
  allElementsTrue: [
    ['$.allElementsTrue([[true, 1]])', true],
    ['$.allElementsTrue([[true, 0]])', false],
  ],
  anyElementTrue: [
    ['$.anyElementTrue([[false, 0]])', false],
    ['$.anyElementTrue(["$l"])', true],
  ],
  setDifference: [['$.setDifference([[1, 2, 3], [2]])', [1, 3]]],
  setEquals: [
    ['$.setEquals([[1, 2, 2], [2, 1]])', true],
    [`$.setEquals([${BOTH}])`, false],
  ],
  setIntersection: [['$.setIntersection([[1, 2], [2, 3]])', [2]]],
  setIsSubset: [['$.setIsSubset([[1], [1, 2]])', true]],
  setUnion: [
    ['$.setUnion([[1, 2], [2, 3]])', [1, 2, 3]],
    ['$.setUnion(["$l", "$n"])', fails('$setUnion needs an array')],
  ],
};
