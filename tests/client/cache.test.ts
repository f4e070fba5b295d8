import type { Body } from '@contract/body';
import { plainText } from '@contract/body';
import { device } from './support/device';
import { cacheKey, keep, keepFirst, recall, recallAll } from '@/lib/cache';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

beforeEach(() => {
  device.reset();
  jest.useFakeTimers({ now: new Date('2026-11-23T01:00:00.000Z') });
});
afterEach(() => jest.useRealTimers());

const noticeOf = (i: number) => cacheKey('notice.get', { noticeId: `notice-${i}` });
const searchOf = (i: number) => cacheKey('directory.list', { search: `示例${i}` });
const seen = () => [...device.stored.keys()].filter((key) => key.startsWith('seen:'));

/** Keeps it a second after the last. */
function see(key: string, data: object): void {
  jest.advanceTimersByTime(1000);
  keep(key, data);
}

test('what was seen is there with the time it was fetched', () => {
  keep(noticeOf(1), { title: '通知' });
  expect(recall(noticeOf(1))).toEqual({
    at: Date.parse('2026-11-23T01:00:00.000Z'),
    data: { title: '通知' },
  });
  expect(recall(noticeOf(2))).toBeNull();
});

test('somebody’s whole registration is not kept on the device of who reviews it', () => {
  for (const action of ['filing.get', 'record.correction']) {
    const key = cacheKey(action, { filingId: 'filing-1' });
    keep(key, { form: { mobile: '19900005678' } });
    expect(recall(key)).toBeNull();
  }
  expect(seen()).toEqual([]);
});

test('at most 80 answers of a kind are kept, the oldest go; seen again is young again', () => {
  for (let i = 0; i < 80; i += 1) see(searchOf(i), { i });
  see(searchOf(0), { i: 0 });
  for (let i = 80; i < 85; i += 1) see(searchOf(i), { i });
  expect(seen()).toHaveLength(80);
  expect([0, 1, 5, 6].map((i) => recall(searchOf(i)) !== null)).toEqual([true, false, false, true]);
});

test('a notice that was opened outlives any number of searches, and what leads to it', () => {
  for (const key of [noticeOf(1), cacheKey('notice.inbox', { unitId: 'u' }), cacheKey('me.get', {})])
    see(key, { key });
  for (let i = 0; i < 500; i += 1) see(searchOf(i), { i });
  expect(recall(noticeOf(1))).not.toBeNull();
  expect(recall(cacheKey('notice.inbox', { unitId: 'u' }))).not.toBeNull();
  expect(recall(cacheKey('me.get', {}))).not.toBeNull();
  expect(seen()).toHaveLength(83);
});

test('the longest notice there may be is kept, however it is formatted', () => {
  const runs = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ text: '字', bold: i % 2 === 0, color: 'default' as const }));
  const body: Body = Array.from({ length: 101 }, () => ({ type: 'paragraph', runs: runs(197) }));
  expect(plainText(body).length).toBeGreaterThan(19_900);
  keep(noticeOf(1), { body });
  expect(recall(noticeOf(1))).toMatchObject({ data: { body } });
});

test('an answer too large for the device is not kept', () => {
  keep(noticeOf(1), { text: '字'.repeat(316_700) });
  keep(noticeOf(2), { text: '😀'.repeat(237_600) });
  expect(device.stored.size).toBe(0);
  keep(noticeOf(3), { text: '字'.repeat(316_000) });
  expect(seen()).toHaveLength(1);
});

test('what an older version kept makes room at once', () => {
  device.stored.set('seen:3:notice.get:{}', JSON.stringify({ at: 0, data: {} }));
  keep(noticeOf(1), {});
  expect(seen()).toEqual([noticeOf(1)]);
});

test('a full device gives up searches, then the oldest notices, and nothing else', () => {
  device.stored.set('draft:filing', JSON.stringify({ at: 0, value: {} }));
  device.room = 40_000;
  for (let i = 0; i < 10; i += 1) see(noticeOf(i), { text: 'x'.repeat(1200) });
  for (let i = 0; i < 60; i += 1) see(searchOf(i), { text: 'x'.repeat(1200) });
  expect(recall(noticeOf(0))).not.toBeNull();
  expect(recall(searchOf(59))).not.toBeNull();
  expect(recall(searchOf(0))).toBeNull();
  for (let i = 10; i < 60; i += 1) see(noticeOf(i), { text: 'x'.repeat(1200) });
  expect(recall(noticeOf(59))).not.toBeNull();
  expect(recall(noticeOf(0))).toBeNull();
  expect(device.stored.has('draft:filing')).toBe(true);
});

test('what matters more takes all the room there is, and says when that is not enough', () => {
  device.room = 40_000;
  for (let i = 0; i < 40; i += 1) see(noticeOf(i), { text: 'x'.repeat(1200) });
  expect(keepFirst('queue', 'x'.repeat(35_000))).toBe(true);
  expect(keepFirst('queue', 'x'.repeat(50_000))).toBe(false);
  expect(device.stored.get('queue')).toHaveLength(35_002);
});

test('what an inbox search found pushes out no notice that was opened', () => {
  for (let i = 0; i < 80; i += 1) see(noticeOf(i), { i });
  for (let i = 0; i < 90; i += 1) see(cacheKey('notice.inbox', { unitId: 'u', search: `示例${i}` }), { i });
  expect(recall(noticeOf(0))).not.toBeNull();
});

test('all answers of an action, the latest first', () => {
  for (const i of [1, 2]) see(noticeOf(i), { i });
  see(searchOf(1), { i: 9 });
  expect(recallAll('notice.get')).toEqual([{ i: 2 }, { i: 1 }]);
  expect(recallAll('notice.get', '"noticeId":"notice-1"')).toEqual([{ i: 1 }]);
});
