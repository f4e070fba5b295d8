import { device } from './support/device';
import { cacheKey, keep, recall } from '@/lib/cache';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

beforeEach(() => {
  device.reset();
  jest.useFakeTimers({ now: new Date('2026-11-23T01:00:00.000Z') });
});
afterEach(() => jest.useRealTimers());

const keyOf = (i: number) => cacheKey('notice.get', { noticeId: `notice-${i}` });

test('what was seen is there with the time it was fetched', () => {
  keep(keyOf(1), { title: '通知' });
  expect(recall(keyOf(1))).toEqual({ at: Date.parse('2026-11-23T01:00:00.000Z'), data: { title: '通知' } });
  expect(recall(keyOf(2))).toBeNull();
});

test('at most 120 answers are kept, the oldest go', () => {
  for (let i = 0; i < 125; i += 1) {
    keep(keyOf(i), { i });
    jest.advanceTimersByTime(1000);
  }
  expect([...device.stored.keys()]).toHaveLength(120);
  expect(recall(keyOf(4))).toBeNull();
  expect(recall(keyOf(5))).not.toBeNull();
});

test('an answer too large for the device is not kept', () => {
  keep(keyOf(1), { text: '字'.repeat(200_001) });
  expect(device.stored.size).toBe(0);
});

test('a full device gives up the oldest answers and nothing else', () => {
  device.stored.set('draft:filing', JSON.stringify({ at: 0, value: {} }));
  device.room = 30_000;
  for (let i = 0; i < 30; i += 1) {
    keep(keyOf(i), { text: 'x'.repeat(1200) });
    jest.advanceTimersByTime(1000);
  }
  expect(recall(keyOf(29))).not.toBeNull();
  expect(recall(keyOf(0))).toBeNull();
  expect(device.stored.has('draft:filing')).toBe(true);
});
