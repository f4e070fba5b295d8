import { device } from './support/device';
import { changeOrKeep, dropPending, flush, isKept, pending, startQueue } from '@/lib/queue';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

const input = { noticeId: 'notice-0001', unitId: 'unit-0001' };
const other = { noticeId: 'notice-0002', unitId: 'unit-0001' };
const confirm = (what = input) => changeOrKeep('notice.confirm', what, '确认《通知》');
const offline = () => {
  throw new Error('request:fail');
};
const online = () => ({ ok: true, data: {} });
const refusal = (code: string) => () => ({ ok: false, error: { code, message: '不行' } });
const ids = () => device.calls.map(({ data }) => data.requestId);

beforeEach(() => {
  device.reset();
  pending.set([]);
});

test('sent at once, nothing is kept', async () => {
  expect(await confirm()).toBe('done');
  expect(pending.get()).toEqual([]);
  expect(device.stored.has('queue')).toBe(false);
});

test('without a network it is kept, and sent later under the same request id', async () => {
  device.answer = offline;
  expect(await confirm()).toBe('kept');
  expect(isKept(pending.get(), 'notice.confirm', input)).toBe(true);
  device.answer = online;
  await flush();
  expect(pending.get()).toEqual([]);
  const [first, second, ...rest] = ids();
  expect(second).toBe(first);
  expect(rest).toEqual([]);
});

test('the same thing done twice without a network is kept once', async () => {
  device.answer = offline;
  await confirm();
  await confirm();
  expect(pending.get()).toHaveLength(1);
});

test('what an earlier run left is sent at the start, and when the network is back', async () => {
  device.answer = offline;
  await confirm();
  pending.set([]);
  startQueue();
  await new Promise((resolve) => setTimeout(resolve));
  expect(pending.get()).toHaveLength(1);
  device.answer = online;
  device.comeOnline();
  await new Promise((resolve) => setTimeout(resolve));
  expect(pending.get()).toEqual([]);
  expect(new Set(ids()).size).toBe(1);
});

test('two flushes at once send each thing once', async () => {
  device.answer = offline;
  await confirm();
  device.answer = online;
  device.calls = [];
  await Promise.all([flush(), flush()]);
  expect(device.calls).toHaveLength(1);
});

test('a busy server is tried again later, in order', async () => {
  device.answer = offline;
  await confirm();
  await confirm(other);
  device.calls = [];
  device.answer = refusal('busy');
  await flush();
  expect(device.calls).toHaveLength(1);
  expect(pending.get().map((entry) => entry.input)).toEqual([input, other]);
});

test('what the server refuses waits for the reader with its reason, and holds up nothing', async () => {
  device.answer = offline;
  await confirm();
  await confirm(other);
  device.answer = ({ data }) => (data.input === pending.get()[0]?.input ? refusal('missing')() : online());
  await flush();
  expect(pending.get()).toMatchObject([{ input, refused: '不行' }]);
  dropPending(pending.get()[0]?.requestId ?? '');
  expect(pending.get()).toEqual([]);
});

test('what the server says against it is told at once, not kept', async () => {
  device.answer = refusal('missing');
  await expect(confirm()).rejects.toMatchObject({ code: 'missing', message: '不行' });
  expect(pending.get()).toEqual([]);
});

test('a device that cannot keep it does not say that it did', async () => {
  device.answer = offline;
  device.room = 10;
  await expect(confirm()).rejects.toMatchObject({ code: 'offline' });
  expect(pending.get()).toEqual([]);
});
