import { connectLocalCloud } from '../../local-cloud/connect';

const urls = (process.env.LOCAL_CLOUDS ?? '').split(' ');
const mine = urls[(Number(process.env.JEST_WORKER_ID ?? 1) - 1) % urls.length] ?? '';

const connected = connectLocalCloud(mine);
let over = false;

/** The local cloud of this test worker. */
export const cloud = stoppable(connected);

/** A test that ran out of time goes on by itself; once its file is done it does not reach the next one's cloud. */
export const endFile = (): void => void (over = true);

function stoppable<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (of, name) => {
      const value: unknown = Reflect.get(of, name);
      if (over && typeof value === 'function')
        return () => Promise.reject(new Error('this test ran out of time before'));
      return typeof value === 'object' && value !== null ? stoppable(value) : value;
    },
  });
}

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
