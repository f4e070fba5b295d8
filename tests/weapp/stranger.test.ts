import { pagePaths } from '../../src/routes';
import { makeNotice, makeOffice, makeReceipt, makeSeatedUnit, stranger } from '../support';
import { usePhones } from './support';

const phones = usePhones();

test('home says how to begin', async () => {
  await makeOffice();
  const phone = await phones.start({ openid: stranger().openid });
  expect(phone.text).toContain('请先登记为联络员');
  expect(phone.text).toContain('扫登记码');
});

test('before there is an office, home says how to make one', async () => {
  const phone = await phones.start({ openid: stranger().openid });
  expect(phone.text).toContain('协会还没有设立');
});

test('scanning the registration code leads to the form', async () => {
  await makeOffice();
  const phone = await phones.start({ openid: stranger().openid });
  phone.face.answers.scan = `${pagePaths['filing.register']}?scene=Ab3dEf6hJk9mNp2rSt`;
  await phone.tap({ text: '扫登记码' });
  expect(phone.page.route).toBe(pagePaths['filing.register']);
  expect(phone.page.options).toMatchObject({ scene: 'Ab3dEf6hJk9mNp2rSt' });
});

test.each(['https://example.com/shop', '100%zz'])('another code (%s) is told from ours', async (scanned) => {
  await makeOffice();
  const phone = await phones.start({ openid: stranger().openid });
  phone.face.answers.scan = scanned;
  await phone.tap({ text: '扫登记码' });
  expect(phone.face.toasts.join()).toContain('这不是登记码');
});

test('a shared card shows a stranger title and host only', async () => {
  await makeOffice();
  const { unit } = await makeSeatedUnit();
  const notice = await makeNotice();
  await makeReceipt(notice, unit);
  const url = `/${pagePaths['notice.detail']}?noticeId=${notice._id}`;
  const phone = await phones.start({ openid: stranger().openid, url, scene: 1008 });
  expect(phone.text).toContain(notice.title);
  expect(phone.text).toContain(notice.hostName);
  expect(phone.text).not.toContain('请报送四季度信息');
  expect(phone.has({ text: '确认收到', tag: 'button' })).toBe(false);
  expect([...phone.stored.values()].join()).not.toContain('请报送四季度信息');
});

test('the directory and the notices stay closed', async () => {
  await makeOffice();
  const { unit } = await makeSeatedUnit();
  const phone = await phones.start({ openid: stranger().openid, url: '/pages/directory/index' });
  expect(phone.text).toContain('登记后可以查看通讯录');
  expect(phone.text).not.toContain(unit.name);
  await phone.tab('/pages/notice/index');
  expect(phone.text).toContain('登记后可以看到通知');
});
