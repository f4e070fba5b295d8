import { cloud, makeNotice, makeOffice, makeReceipt, makeSeatedUnit } from '../support';
import { usePhones } from './support';
import { countsOf, receiptOf, timesAsked } from './support/rows';

const phones = usePhones();
const DAY = 86_400_000;

async function somebody() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  return { unit, liaison, notice };
}

test('what was seen before opens without a network, with its age', async () => {
  const { liaison, notice } = await somebody();
  const before = await phones.start({ openid: liaison.openid, url: '/pages/notice/index' });
  await before.tap({ text: notice.title });
  await before.back();

  before.network.switch(false);
  const phone = await phones.restart(before, { url: '/pages/notice/index' });
  expect(phone.text).toContain(notice.title);
  expect(phone.text).toContain('显示的是09:00的内容');
  await phone.tap({ text: notice.title });
  expect(phone.text).toContain('请报送四季度信息');
  expect(phone.text).toContain('显示的是09:00的内容');
});

test('what is a week old does not read as of today', async () => {
  const { liaison, notice } = await somebody();
  const before = await phones.start({ openid: liaison.openid, url: '/pages/notice/index' });
  before.network.switch(false);
  const now = new Date(Date.parse('2026-11-23T01:00:00.000Z') + 7 * DAY).toISOString();
  const phone = await phones.restart(before, { url: '/pages/notice/index', now });
  expect(phone.text).toContain(notice.title);
  expect(phone.text).toContain('11月23日 09:00');
});

test('never seen and no network: says so and offers to try again', async () => {
  const { liaison, notice } = await somebody();
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/notice/index', offline: true });
  expect(phone.text).toContain('网络不稳');
  phone.network.on = true; // back, but nobody was told
  await phone.tap({ text: /^重试$/ });
  expect(phone.text).toContain(notice.title);
});

test('what is shown is brought up to date when the network is back', async () => {
  const { liaison, notice } = await somebody();
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/notice/index', offline: true });
  await phone.switchNetwork(true);
  expect(phone.text).toContain(notice.title);
  expect(phone.text).not.toContain('网络不稳');
});

test('a confirmation without a network is kept, outlives the app, and is sent once when the network is back', async () => {
  const { unit, liaison, notice } = await somebody();
  const first = await phones.start({ openid: liaison.openid });
  await first.switchNetwork(false);
  await first.tap({ text: '确认收到' });
  expect(first.text).toContain('已暂存');
  expect(first.face.toasts.join()).toContain('已暂存');
  expect(await receiptOf(notice, unit)).toMatchObject({ state: 'waiting' });

  const second = await phones.restart(first);
  expect(second.text).toContain('已暂存');
  expect(second.has({ text: '确认收到', tag: 'button' })).toBe(false);

  await second.switchNetwork(true);
  expect(await receiptOf(notice, unit)).toMatchObject({
    state: 'confirmed',
    confirmed: { openid: liaison.openid },
  });
  expect(await timesAsked('notice.confirm')).toBe(1);
  expect(await countsOf(notice)).toEqual({ total: 1, opened: 1, confirmed: 1 });
  expect(await cloud.find('audits', { action: 'notice.confirm' })).toHaveLength(1);

  const third = await phones.restart(second);
  expect(await timesAsked('notice.confirm')).toBe(1);
  expect(third.text).toContain('没有等您处理的事');
});

test('once it was sent, the page no longer asks for it', async () => {
  const { liaison } = await somebody();
  const phone = await phones.start({ openid: liaison.openid });
  await phone.switchNetwork(false);
  await phone.tap({ text: '确认收到' });
  await phone.switchNetwork(true);
  expect(phone.has({ text: '确认收到', tag: 'button' })).toBe(false);
});

test('the answer is lost on the way: it is sent again under the same id and counted once', async () => {
  const { unit, liaison, notice } = await somebody();
  const phone = await phones.start({ openid: liaison.openid });
  await cloud.script({ api: 'callFunction', function: 'api', times: 1, fault: 'drop-reply' });
  await phone.tap({ text: '确认收到' });
  expect(phone.face.toasts.join()).toContain('已暂存');
  await phone.switchNetwork(true);
  expect(await receiptOf(notice, unit)).toMatchObject({ state: 'confirmed' });
  expect(await countsOf(notice)).toEqual({ total: 1, opened: 1, confirmed: 1 });
  expect(await timesAsked('notice.confirm')).toBe(2);
  expect(await cloud.find('audits', { action: 'notice.confirm' })).toHaveLength(1);
});

test('what waits on this phone stands under 我的 and can be sent from there', async () => {
  const { unit, liaison, notice } = await somebody();
  const first = await phones.start({ openid: liaison.openid });
  await first.switchNetwork(false);
  await first.tap({ text: '确认收到' });
  await first.tab('/pages/me/index');
  expect(first.text).toContain(`确认收到《${notice.title}》`);
  first.network.on = true; // the network is back, but nobody was told
  await first.tap({ text: '现在提交' });
  expect(await receiptOf(notice, unit)).toMatchObject({ state: 'confirmed' });
  expect(first.text).not.toContain('现在提交');
});
