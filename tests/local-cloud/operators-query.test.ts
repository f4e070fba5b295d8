import { REMOTE } from './remote';
import { localOnly, testCloud, type TestCloud } from './support';

/** Every query, update and projection operator of the SDK's `db.command`, right or refused by name. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.reset());

const POINT = 'db.Geo.Point(121, 31)';
const RING = `db.Geo.Polygon([db.Geo.LineString([db.Geo.Point(0, 0), db.Geo.Point(0, 1), db.Geo.Point(1, 1), db.Geo.Point(0, 0)])])`;

/** A condition on documents `a` to `e`, and the ids it finds or the words of its refusal. */
const QUERY: Record<string, Array<[where: string, found: string]>> = {
  eq: [
    ['{ n: _.eq(1) }', 'a'],
    ['{ o: _.eq({ y: 2, x: 1 }) }', ''],
  ],
  neq: [['{ n: _.neq(1) }', 'bcde']],
  lt: [['{ n: _.lt(2) }', 'a']],
  lte: [['{ n: _.lte(2) }', 'ab']],
  gt: [['{ n: _.gt(1) }', 'bc']],
  gte: [['{ n: _.gte(2).and(_.lt(3)) }', 'b']],
  in: [['{ n: _.in([1, 3]) }', 'ac']],
  nin: [['{ n: _.nin([1, 3]) }', 'bde']],
  all: [['{ l: _.all(["x", "y"]) }', 'a']],
  elemMatch: [
    ['{ m: _.elemMatch({ k: 1, v: _.gt(4) }) }', 'a'],
    ['{ l: _.elemMatch(_.eq("y")) }', 'ab'],
  ],
  exists: [
    ['{ l: _.exists(true) }', 'abd'],
    ['{ l: _.exists(false) }', 'ce'],
  ],
  size: [['{ l: _.size(1) }', 'b']],
  mod: [['{ n: _.mod(2, 1) }', 'ac']],
  and: [
    ['_.and([{ n: _.gt(1) }, { n: _.lt(3) }])', 'b'],
    ['{ n: _.and(_.gt(1), _.lt(3)) }', 'b'],
  ],
  or: [['_.or({ n: 1 }, { n: 2 })', 'ab']],
  nor: [['_.nor([{ n: 1 }, { l: "y" }])', 'cde']],
  not: [
    ['{ n: _.not(_.eq(1)) }', 'bcde'],
    ['{ s: _.not(/^安/) }', 'bcde'],
  ],
  expr: [["_.expr($.gt(['$n', '$lim']))", 'c']],
  geoNear: [
    [`{ at: _.geoNear({ geometry: ${POINT}, maxDistance: 5 }) }`, '$nearSphere is not supported'],
    [`{ at: _.geoNear({ geometry: ${RING} }) }`, '$nearSphere needs a geometry of type Point'],
    [`{ at: _.geoNear({ geometry: ${POINT}, maxDistance: 'far' }) }`, '$maxDistance must be a number'],
  ],
  geoWithin: [
    [`{ at: _.geoWithin({ geometry: ${RING} }) }`, '$geoWithin is not supported'],
    ['{ at: _.geoWithin({ centerSphere: [[1, 1], 2] }) }', '$geoWithin is not supported'],
    [`{ at: _.geoWithin({ geometry: ${POINT} }) }`, '$geoWithin needs a geometry of type Polygon'],
    ['{ at: _.geoWithin({ centerSphere: [[1, 1], -2] }) }', 'radius of $centerSphere must be'],
  ],
  geoIntersects: [
    [`{ at: _.geoIntersects({ geometry: ${RING} }) }`, '$geoIntersects is not supported'],
    [
      "{ at: _.geoIntersects({ geometry: { toJSON: () => ({ type: 'Point', coordinates: [200, 1] }) } }) }",
      'longitude must be from -180 to 180',
    ],
  ],
  text: [
    ["{ $text: { $search: '安全' } }", '$text is not supported'],
    ['{ $text: { $search: 5 } }', '$search must be a string'],
    ["_.text({ search: '安全' })", '$search is not supported'],
  ],
  jsonSchema: [['_.jsonSchema({ required: ["n"] })', '$jsonSchema is not supported']],
};

/** A real environment searches by place and text. */
const searches = (name: string) =>
  ['geoNear', 'geoWithin', 'geoIntersects', 'text', 'jsonSchema'].includes(name);

test.each(
  Object.entries(QUERY)
    .filter(([name]) => !REMOTE || !searches(name))
    .flatMap(([name, cases]) => cases.map((each) => [name, ...each] as const)),
)('%s: %s', async (_name, where, found) => {
  await cloud.insert('things', [
    { _id: 'a', n: 1, l: ['x', 'y'], s: '安全', m: [{ k: 1, v: 5 }], o: { x: 1, y: 2 }, lim: 1 },
    { _id: 'b', n: 2, l: ['y'], m: [{ k: 1, v: 4 }], lim: 2 },
    { _id: 'c', n: 3, lim: 2 },
    { _id: 'd', l: [], lim: 0 },
    { _id: 'e', n: '', lim: 'z' },
  ]);
  const ids = await cloud.run<string>(
    `return db.collection('things').where(${where}).get().then((r) => r.data.map((d) => d._id).join(''), (e) => 'ERROR ' + e.message)`,
  );
  if (/^[a-e]*$/.test(found)) expect(ids).toBe(found);
  else expect(ids).toMatch(new RegExp(`^ERROR .*${found.replace(/\$/g, '\\$')}`));
});

/** A field before, its update, and what is stored. */
const UPDATE: Record<string, [before: unknown, update: string, after: unknown]> = {
  set: [{ x: 1 }, '_.set({ y: 2 })', { y: 2 }],
  remove: [1, '_.remove()', undefined],
  inc: [1, '_.inc(2)', 3],
  mul: [3, '_.mul(2)', 6],
  push: [[1], '_.push({ each: [3, 2], sort: 1, slice: 2 })', [1, 2]],
  pull: [[1, 2, 3], '_.pull(_.gt(1))', [1]],
  pullAll: [[1, 2, 1], '_.pullAll([1])', [2]],
  pop: [[1, 2], '_.pop()', [1]],
  shift: [[1, 2], '_.shift()', [2]],
  unshift: [[2], '_.unshift(0, 1)', [0, 1, 2]],
  addToSet: [
    [{ a: 1, b: 2 }],
    '_.addToSet({ b: 2, a: 1 })',
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ],
  rename: [1, '_.rename("w")', undefined],
  bit: [5, '_.bit({ xor: 3 })', 6],
  max: [1, '_.max(2)', 2],
  min: [1, '_.min(2)', 1],
};

test.each(Object.entries(UPDATE))('update %s', async (_name, [before, update, after]) => {
  await cloud.insert('things', [{ _id: 'a', v: before as never }]);
  await cloud.run(`await db.collection('things').doc('a').update({ data: { v: ${update} } })`);
  expect((await cloud.find('things', {}))[0]?.v).toEqual(after);
});

test('projection slice and elemMatch', async () => {
  await cloud.insert('things', [{ _id: 'a', l: [1, 2, 3], m: [{ k: 1 }, { k: 2 }] }]);
  const [slice, match] = await cloud.run<unknown[]>(`
    const c = db.collection('things');
    const field = async (f) => (await c.field(f).get()).data[0];
    return [await field({ l: _.project.slice([-2, 1]), m: 0 }), await field({ m: _.project.elemMatch({ k: 2 }), _id: 0 })];`);
  expect(slice).toEqual({ _id: 'a', l: [2] });
  expect(match).toEqual({ m: [{ k: 2 }] });
});

test('the tables have every operator of the SDK', async () => {
  const [names, projections] = await cloud.run<[string[], string[]]>(
    'return [Object.keys(_), Object.keys(_.project)]',
  );
  const covered = [...Object.keys(QUERY), ...Object.keys(UPDATE), 'aggregate', 'project'];
  expect(covered.sort()).toEqual(names.sort());
  expect(projections).toEqual(['slice', 'elemMatch']);
});

localOnly('our words')('an update operator there is not, and array filters, fail by name', async () => {
  await cloud.insert('things', [{ _id: 'a', l: [1] }]);
  const messages = await cloud.run(`
    const c = nodeSdk().init({ env: process.env.TCB_ENV }).database().collection('things').options({ raw: true }).doc('a');
    const say = (p) => p.then((r) => r.message ?? 'ok', (e) => e.message);
    return [await say(c.update({ $dance: { l: 1 } })), await say(c.update({ $set: { 'l.$[x]': 1 } }))];`);
  expect(messages).toEqual([
    expect.stringContaining('update operator $dance is not supported'),
    expect.stringContaining('array filter $[x] is not supported'),
  ]);
});
