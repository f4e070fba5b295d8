import { fails, rowsOf, VALUE_CASES } from './expression-cases';
import { TEXT_CASES } from './expression-cases-text';
import { localOnly, testCloud, type TestCloud } from './support';

/** Every expression operator of the SDK's `db.command.aggregate`, against what MongoDB's documentation says of it. */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await testCloud();
  await cloud.reset();
  await cloud.insert('things', [
    {
      _id: 'x',
      n: 7,
      neg: -2.5,
      s: '安全Ab',
      l: [3, 1, 2],
      o: { a: 1, b: 'x' },
      m: [{ k: 1 }, { k: 2 }],
      at: new Date('2026-11-21T02:03:04.567Z'),
    },
  ]);
});
afterAll(() => cloud.stop());

const CASES = { ...VALUE_CASES, ...TEXT_CASES };

test('the table has every operator of the SDK', async () => {
  const names = await cloud.run<string[]>('return Object.keys($)');
  expect(names).toHaveLength(93);
  expect([...Object.keys(CASES), 'pipeline'].sort()).toEqual(names.sort());
});

localOnly('our words')('an operator there is not fails by name', async () => {
  expect(await evaluate('{ $dance: 1 }')).toEqual(fails('expression $dance is not supported'));
});

const evaluate = (code: string) =>
  cloud.run(`
    return db.collection('things').aggregate().match({ _id: 'x' }).project({ _id: 0, v: ${code} }).end()
      .then((r) => 'v' in r.list[0] ? r.list[0].v : 'missing', (e) => ({ error: e.message }));`);

test.each(rowsOf(CASES))('%s: %s', async (_name, code, expected) => {
  expect(await evaluate(code)).toEqual(expected);
});
