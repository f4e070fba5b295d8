import { connectLocalCloud } from '@local-cloud';

const urls = (process.env.LOCAL_CLOUDS ?? '').split(' ');
const mine = urls[(Number(process.env.JEST_WORKER_ID ?? 1) - 1) % urls.length] ?? '';

/** The local cloud of this test worker. */
export const cloud = connectLocalCloud(mine);

/** Monday 23 November 2026, 09:00 in Shanghai: the clock of every test. */
export const NOW = '2026-11-23T01:00:00.000Z';

let expected: RegExp[] = [];

/** Says that a function may log an error of this form in this test. */
export const expectLog = (line: RegExp): void => void expected.push(line);

export const takeExpectedLogs = (): RegExp[] => {
  const taken = expected;
  expected = [];
  return taken;
};
