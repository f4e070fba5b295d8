import { generate } from '../../../scripts/demo/generate';
import { pagePaths } from '../../../src/routes';
import { cloud, NOW } from '../../support/cloud';
import { makeNotice, makeOffice, makeReceipt, makeSeatedUnit } from '../../support/factories';
import type { Doc } from '@local-cloud';
import { Phone, type PhoneOptions } from './phone';

export interface Walked {
  /** Largest `setData` of each page, bytes. */
  largest: { route: string; bytes: number }[];
  errors: string[];
}

/** The demo association, without its files. */
export async function seedDemo(units: number): Promise<ReturnType<typeof generate>['rows']> {
  const { rows } = generate({ units, seed: 1, now: new Date(NOW) });
  for (const [collection, docs] of Object.entries(rows)) await cloud.insert(collection, docs as Doc[]);
  return rows;
}

/** Taps a button as often as it is there, at most `times`. */
async function more(phone: Phone, text: string, times: number): Promise<void> {
  for (let i = 0; i < times && phone.has({ text, tag: 'button' }); i += 1)
    await phone.tap({ text, tag: 'button' });
}

/** The path of a liaison and of a secretary through an association of this size, and what their pages were sent. */
export async function walk(units: number): Promise<Walked> {
  const rows = await seedDemo(units);
  const phones: Phone[] = [];
  const start = async (options: PhoneOptions) => {
    const phone = new Phone(options);
    phones.push(phone);
    return phone.start();
  };
  const staff = rows.people.find((person) => person.staff)?.['_id'] ?? '';
  const liaison = rows.people.find((person) => !person.staff && person.seats.length > 0)?.['_id'] ?? '';
  const notice = rows.notices.at(-1)?.['_id'] ?? '';

  const theirs = await start({ openid: liaison });
  for (const tab of ['notice', 'directory', 'me', 'home']) await theirs.tab(`/pages/${tab}/index`);
  await theirs.tab('/pages/notice/index');
  await more(theirs, '看更早的通知', 5);
  await theirs.tab('/pages/directory/index');
  await more(theirs, '看更多单位', 5);
  await theirs.type({ tag: 'input' }, '矿');
  await theirs.go('navigateTo', `/${pagePaths['notice.detail']}?noticeId=${notice}`);

  const ours = await start({ openid: staff });
  await ours.tab('/pages/notice/index');
  await more(ours, '看更早的通知', 5);
  await ours.go('navigateTo', `/${pagePaths['notice.progress']}?noticeId=${notice}`);
  await more(ours, '继续看', 8);
  for (const show of [/^已确认$/, /^未打开$/, /^还差$/]) await ours.tap({ text: show });
  await ours.tap({ text: '复制催办文字' });
  await ours.back();
  for (const page of ['notice.compose', 'unit.list', 'record.list', 'code.list', 'filing.queue'] as const) {
    await ours.go('navigateTo', `/${pagePaths[page]}`);
    for (const text of ['继续看', '看更多单位', '看更多']) await more(ours, text, 5);
    await ours.back();
  }
  const sent = phones.flatMap((phone) => phone.setData);
  phones.forEach((phone) => phone.kill());
  const routes = [...new Set(sent.map(({ route }) => route))];
  const largestOf = (route: string) =>
    Math.max(...sent.filter((one) => one.route === route).map(({ bytes }) => bytes));
  return {
    largest: routes.map((route) => ({ route, bytes: largestOf(route) })),
    errors: phones.flatMap(({ errors }) => errors),
  };
}

/** Largest `setData` when a unit opens the longest notice one may write: 20,000 characters. */
export async function openLongest(): Promise<number> {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const text = '为做好今冬明春安全生产信息报送工作'.repeat(12).slice(0, 200);
  const notice = await makeNotice({
    body: Array.from({ length: 99 }, () => ({ type: 'paragraph' as const, runs: [{ text }] })),
  });
  await makeReceipt(notice, unit);
  const url = `/${pagePaths['notice.detail']}?noticeId=${notice._id}`;
  const phone = await new Phone({ openid: liaison.openid, url }).start();
  phone.kill();
  if (!phone.text.includes(text)) throw new Error(`the longest notice is not shown: ${phone.text}`);
  return Math.max(...phone.setData.map(({ bytes }) => bytes));
}
