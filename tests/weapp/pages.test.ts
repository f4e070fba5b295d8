import { pagePaths, tabs } from '../../src/routes';
import {
  makeCode,
  makeFiling,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  stranger,
} from '../support';
import { usePhones } from './support';

const phones = usePhones();

/** Every page of the product, with what a way to it would hand over. */
const paths = [...Object.values(tabs).map(({ path }) => path), ...Object.values(pagePaths)];

async function world() {
  await makeOffice();
  const staff = await makeStaff();
  const { unit, liaison } = await makeSeatedUnit();
  const applicant = stranger();
  const notice = await makeNotice();
  await makeReceipt(notice, unit);
  const filing = await makeFiling(await makeUnit(), { openid: applicant.openid });
  const code = await makeCode();
  const params = {
    noticeId: notice._id,
    unitId: unit._id,
    filingId: filing._id,
    codeId: code._id,
    scene: code._id,
    importId: 'import-that-is-gone',
  };
  const query = Object.entries(params)
    .map((pair) => pair.join('='))
    .join('&');
  return { people: { staff, liaison, stranger: applicant }, query };
}

describe.each(['staff', 'liaison', 'stranger'] as const)('for %s', (who) => {
  test.each(paths)('%s opens and shows something', async (path) => {
    const { people, query } = await world();
    const phone = await phones.start({ openid: people[who].openid, url: `/${path}?${query}` });
    expect(phone.page.route).toBe(path);
    expect(phone.text.trim()).not.toBe('');
    expect(phone.text).not.toMatch(/undefined|NaN|\[object|Invalid/);
  });

  test.each(paths)('%s opens without a network', async (path) => {
    const { people, query } = await world();
    const phone = await phones.start({ openid: people[who].openid, url: `/${path}?${query}`, offline: true });
    expect(phone.text.trim()).not.toBe('');
  });
});

test('each page has a title of its own', () => {
  const titles = paths.map((path) => phones.titleOf(path));
  expect(titles.filter((title) => title === '')).toEqual([]);
});
