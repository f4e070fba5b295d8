import { SET_DATA_KB } from '../../scripts/bench/set-data';
import { makeNotice, makeOffice, makeReceipt, makeSeatedUnit } from '../support';
import { pagePaths } from '../../src/routes';
import { usePhones } from './support';
import { walk } from './support/walk';

const phones = usePhones();

test('no page on the path is sent more than 64 KB at once, with 420 units', async () => {
  const { largest, errors } = await walk(420);
  expect(errors).toEqual([]);
  expect(largest.length).toBeGreaterThan(8);
  expect(largest.filter(({ bytes }) => bytes > SET_DATA_KB * 1024)).toEqual([]);
}, 120_000);

test('the longest notice one may write is sent in pieces of at most 64 KB', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const text = '为做好今冬明春安全生产信息报送工作'.repeat(12);
  const body = Array.from({ length: 97 }, () => ({ type: 'paragraph' as const, runs: [{ text }] }));
  const notice = await makeNotice({ body });
  await makeReceipt(notice, unit);
  const url = `/${pagePaths['notice.detail']}?noticeId=${notice._id}`;
  const phone = await phones.start({ openid: liaison.openid, url });
  expect(phone.text).toContain(text);
  expect(phone.setData.filter(({ bytes }) => bytes > SET_DATA_KB * 1024)).toEqual([]);
});
