import { startLocalCloud, type CollectionSpec, type LocalCloud } from '../../local-cloud';
import { remoteCloud, remoteEnvironment, remoteName } from './remote';
import { functionFolder, localOnly, RUNNER, withRun, type TestCloud } from './support';

/** The way to a real environment, tried on a local cloud that stands for one. */
const test = localOnly('here a local cloud stands for the real environment');
const THINGS: CollectionSpec = { name: 'things', indexes: [] };
const CODES: CollectionSpec = {
  name: 'codes',
  indexes: [{ name: 'code', keys: [['code', 1]], unique: true }],
};
const dir = functionFolder(RUNNER);
const variables = {
  REMOTE_ENV: 'env-1',
  TENCENTCLOUD_SECRETID: 'id',
  TENCENTCLOUD_SECRETKEY: 'key',
};

let real: LocalCloud;
let aimed: TestCloud | undefined;
beforeAll(async () => {
  real = await startLocalCloud({
    functions: [],
    collections: [THINGS, { ...CODES, name: remoteName(CODES) }],
    timers: false,
    synchronous: 'OFF',
  });
});
afterEach(async () => {
  await aimed?.stop();
  aimed = undefined;
});
afterAll(() => real.stop());

const aim = async (...collections: CollectionSpec[]): Promise<TestCloud> => {
  const environment = remoteEnvironment({ ...variables, REMOTE_URL: `${real.url}/admin` });
  aimed = withRun(await remoteCloud(environment, dir, collections));
  return aimed;
};

test('without credentials it says what is missing', () => {
  expect(() => remoteEnvironment({})).toThrow(
    /REMOTE_ENV \(id of an environment used for nothing else\), TENCENTCLOUD_SECRETID .*, TENCENTCLOUD_SECRETKEY/,
  );
  expect(() => remoteEnvironment({ ...variables, TENCENTCLOUD_SECRETKEY: '' })).toThrow(
    /its own environment: TENCENTCLOUD_SECRETKEY/,
  );
});

test('run, insert, find and reset go through the SDK, to collections of the suite alone', async () => {
  await real.insert('things', [{ _id: 'kept', n: 1 }]);
  const cloud = await aim(THINGS, CODES);
  const at = new Date(5);
  await cloud.insert('things', [
    { _id: 'a', at, l: [{ at }] },
    { _id: 'b', at: null },
  ]);
  expect(await cloud.find('things', { _id: 'a' })).toEqual([{ _id: 'a', at, l: [{ at }] }]);
  expect(
    await cloud.run(
      `return (await db.collection('things').where({ at: _.lt(new Date(6)) }).get()).data.length`,
    ),
  ).toBe(1);
  expect(await real.find('lct_things', {})).toHaveLength(2);
  await cloud.reset();
  expect(await real.find('lct_things', {})).toEqual([]);
  expect(await real.find('things', {})).toEqual([{ _id: 'kept', n: 1 }]);
  await expect(cloud.run('throw new Error("boom")')).rejects.toThrow('boom');
});

test('calls run at the same time, and a join finds the suite’s collections', async () => {
  const cloud = await aim(THINGS, CODES);
  await cloud.insert('codes', [{ _id: 'c1', code: 1, thing: 'a' }]);
  await cloud.insert('things', [{ _id: 'a' }]);
  const joined = await Promise.all(
    [1, 2, 3].map(() =>
      cloud.run(
        `return (await db.collection('things').aggregate().lookup({ from: 'codes', localField: '_id', foreignField: 'thing', as: 'c' }).end()).list[0].c.length`,
      ),
    ),
  );
  expect(joined).toEqual([1, 1, 1]);
});

test('a collection without its unique index is named', async () => {
  await expect(aim({ ...CODES, name: 'bare' })).rejects.toThrow('lct_bare_code needs the unique index');
});

test('control is refused by name', async () => {
  const cloud = await aim(THINGS);
  expect(() => cloud.clock.set('2026-01-01')).toThrow('clock is there on the local cloud only');
});
