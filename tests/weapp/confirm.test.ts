import { pagePaths } from '../../src/routes';
import { makeNotice, makeOffice, makeReceipt, makeSeatedUnit } from '../support';
import { usePhones } from './support';
import { countsOf, receiptOf, timesAsked } from './support/rows';

const phones = usePhones();

async function oneNotice() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  return { unit, liaison, notice };
}

test('from the card in the group: one tap confirms, no sign-in on the way', async () => {
  const { unit, liaison, notice } = await oneNotice();
  const url = `/${pagePaths['notice.detail']}?noticeId=${notice._id}`;
  const phone = await phones.start({ openid: liaison.openid, url, scene: 1008 });
  expect(phone.text).toContain(notice.title);
  expect(phone.text).toContain('请报送四季度信息');
  expect(await receiptOf(notice, unit)).toMatchObject({ state: 'opened', confirmed: null });

  await phone.tap({ text: '确认收到', tag: 'button' });

  expect(await receiptOf(notice, unit)).toMatchObject({
    state: 'confirmed',
    done: true,
    confirmed: { openid: liaison.openid, name: '示例联络员', channel: 'self' },
  });
  expect(await countsOf(notice)).toEqual({ total: 1, opened: 1, confirmed: 1 });
  expect(phone.face.toasts).toContain('已确认收到');
  expect(phone.text).toContain('由示例联络员确认');
  expect(phone.has({ text: '确认收到', tag: 'button' })).toBe(false);
});

test('from the inbox: two taps', async () => {
  const { unit, liaison, notice } = await oneNotice();
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/notice/index' });
  expect(phone.text).toContain('未读');
  await phone.tap({ text: notice.title });
  await phone.tap({ text: '确认收到', tag: 'button' });
  expect(await receiptOf(notice, unit)).toMatchObject({ state: 'confirmed' });
  await phone.back();
  expect(phone.text).toContain('已确认，您无需操作');
  expect(phone.text).not.toContain('未读');
});

test('from home: one tap, and nothing is left that waits', async () => {
  const { unit, liaison, notice } = await oneNotice();
  const phone = await phones.start({ openid: liaison.openid });
  expect(phone.text).toContain('等您处理（1件）');
  await phone.tap({ text: '确认收到', tag: 'button' });
  expect(await receiptOf(notice, unit)).toMatchObject({ state: 'confirmed' });
  expect(await countsOf(notice)).toEqual({ total: 1, opened: 1, confirmed: 1 });
  expect(phone.text).toContain('没有等您处理的事');
});

test('the opening is counted once, however often it is looked at', async () => {
  const { liaison, notice } = await oneNotice();
  const phone = await phones.start({ openid: liaison.openid, url: '/pages/notice/index' });
  for (let i = 0; i < 3; i += 1) {
    await phone.tap({ text: notice.title });
    await phone.back();
  }
  expect(await countsOf(notice)).toMatchObject({ opened: 1 });
});

test('who somebody is is asked once at a start', async () => {
  const { liaison } = await oneNotice();
  await phones.start({ openid: liaison.openid });
  expect(await timesAsked('me.get')).toBe(1);
  expect(await timesAsked('home.liaison')).toBe(1);
});
