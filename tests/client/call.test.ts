import { device } from './support/device';
import { ask, change } from '@/lib/call';

jest.mock('@tarojs/taro', () => jest.requireActual<object>('./support/device'));

const actions = () => device.calls.map(({ data }) => data.action);

beforeEach(() => device.reset());

test('the same question asked meanwhile is one call', async () => {
  device.answer = () => ({ ok: true, data: { total: 1 } });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask('home.liaison', { unitId: 'unit-0001' })),
  );
  expect(answers).toHaveLength(20);
  expect(actions()).toEqual(['home.liaison']);
});

test('another unit, or the same later, is asked anew', async () => {
  await Promise.all([
    ask('home.liaison', { unitId: 'unit-0001' }),
    ask('home.liaison', { unitId: 'unit-0002' }),
  ]);
  await ask('home.liaison', { unitId: 'unit-0001' });
  expect(device.calls).toHaveLength(3);
});

test('what was asked before a change does not answer what is asked after it', async () => {
  const slow = ask('home.liaison', { unitId: 'unit-0001' });
  await change('notice.confirm', { noticeId: 'notice-0001', unitId: 'unit-0001' });
  const fresh = ask('home.liaison', { unitId: 'unit-0001' });
  expect(fresh).not.toBe(slow);
  await Promise.all([slow, fresh]);
});

test('a failed question is asked anew', async () => {
  device.answer = () => {
    throw new Error('request:fail');
  };
  await expect(ask('me.get', {})).rejects.toMatchObject({ code: 'offline' });
  device.answer = () => ({ ok: true, data: {} });
  await ask('me.get', {});
  expect(device.calls).toHaveLength(2);
});
