import { cloud, endFile, NOW, takeExpectedLogs } from './cloud';

beforeEach(async () => {
  await cloud.reset();
  await cloud.clock.set(NOW);
});

/** The SDK's own word on a slow machine; it says nothing about the code. */
const SLOW = /longer than 3s/;

/** Every query is served by a declared index, and no function says what it was not expected to. */
afterEach(async () => {
  const expected = takeExpectedLogs();
  const invocations = await cloud.invocations();
  const said = invocations
    .flatMap(({ logs }) => logs)
    .filter((line) => /^\[(error|warn)\]/.test(line) && !SLOW.test(line));
  expect(said.filter((line) => !expected.some((form) => form.test(line)))).toEqual([]);
  expect(await cloud.unserved()).toEqual([]);
});

afterAll(endFile);
