import type { Doc } from '@local-cloud';
import { SET_DATA_KB } from '../../scripts/bench/set-data';
import { cloud, later, makeNotice, makeOffice, makeStaff } from '../support';
import { usePhones } from './support';
import { walk } from './support/walk';

const phones = usePhones();

test('no page on the path is sent more than 64 KB at once, with 420 units', async () => {
  const { largest, errors } = await walk(420);
  expect(errors).toEqual([]);
  expect(largest.length).toBeGreaterThan(8);
  expect(largest.filter(({ bytes }) => bytes > SET_DATA_KB * 1024)).toEqual([]);
}, 600_000);

test('the secretary’s home is not sent more either, with 100 notices that run', async () => {
  await makeOffice();
  const staff = await makeStaff();
  const title = '关于做好今冬明春安全生产和能源保供信息报送工作的补充通知'.repeat(4).slice(0, 100);
  const counts = { total: 420, opened: 200, confirmed: 100, left: 2 };
  const notice = await makeNotice({ title, counts });
  const rest = Array.from({ length: 99 }, (_, i) => ({
    ...notice,
    _id: `running-${i}`,
    order: `${notice.order}-${i}`,
    dueAt: later(i < 50 ? -1 - i / 2 : i - 49),
  }));
  await cloud.insert('notices', rest as unknown as Doc[]);
  const phone = await phones.start({ openid: staff.openid });
  expect(phone.text).toContain('还有更多');
  // Both what is overdue and what is still to come.
  expect(phone.text).toMatch(/已超期\d+天[^]*剩\d+个工作日/);
  expect(Math.max(...phone.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(SET_DATA_KB * 1024);
});
