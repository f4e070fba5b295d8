import type { Body } from '@contract/body';
import { pagePaths } from '../../src/routes';
import { later, makeNotice, makeOffice, makePerson, makeReceipt, makeSeatedUnit } from '../support';
import { samples, upload } from '../server/file/samples';
import { usePhones } from './support';
import { timesAsked } from './support/rows';

const phones = usePhones();
const INBOX = '/pages/notice/index';

const paragraph = (text: string): Body[number] => ({ type: 'paragraph', runs: [{ text }] });

async function somebody() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const waiting = await makeNotice({ title: '等办的通知', counts: { total: 1, opened: 0, confirmed: 0 } });
  const number = { year: 2018, n: 25, text: '陕煤协会发〔2018〕25号' };
  const done = await makeNotice({ title: '办完的通知', number, body: [paragraph('办完的正文')] });
  const back = await makeNotice({ title: '撤回的通知' });
  await makeReceipt(waiting, unit);
  await makeReceipt(done, unit, { state: 'confirmed', done: true });
  await makeReceipt(back, unit, { state: 'opened', done: true, closed: 'withdrawn' });
  return { unit, liaison, waiting, done };
}

const places = (text: string, ...words: string[]) => words.map((word) => text.indexOf(word));

test('what waits stands above the rest, whatever is newer; what was withdrawn says so', async () => {
  const { liaison } = await somebody();
  const phone = await phones.start({ openid: liaison.openid, url: INBOX });
  const order = places(phone.text, '等您办理', '等办的通知', '其他通知', '撤回的通知', '办完的通知');
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(phone.text).toContain('等您：确认收到，剩3个工作日');
  expect(phone.text).toContain('陕煤协会发〔2018〕25号');
  expect(phone.text).toContain('已撤回');
  expect(phone.text.match(/未读/g) ?? []).toHaveLength(1);
});

test('a search finds by title or number, says when there is nothing, and is left again', async () => {
  const { liaison } = await somebody();
  const phone = await phones.start({ openid: liaison.openid, url: INBOX });
  await phone.type({ tag: 'input' }, '发[2018]25');
  expect(phone.text).toContain('办完的通知');
  expect(phone.text).not.toContain('等办的通知');
  await phone.type({ tag: 'input' }, '没有的');
  expect(phone.text).toContain('没有找到这样的通知');
  await phone.tap({ text: '清除' });
  expect(phone.text).toContain('等您办理');
});

test('confirmed without a network, the list says it is kept, and moves it when it is sent', async () => {
  const { liaison, waiting } = await somebody();
  const phone = await phones.start({ openid: liaison.openid, url: INBOX });
  await phone.tap({ text: waiting.title });
  await phone.switchNetwork(false);
  await phone.tap({ text: '确认收到', tag: 'button' });
  await phone.back();
  expect(phone.text).toContain('已暂存');
  expect(phone.text).toContain('已确认，联网后自动提交');
  await phone.switchNetwork(true);
  expect(phone.text).not.toContain('已暂存');
  expect(phone.text).not.toContain('等您办理');
  expect(phone.text).toContain('已确认，您无需操作');
});

test('the longest formatted notice opened before is read in full without a network, one never opened says so', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const styled = (i: number): Body[number] => ({
    type: 'paragraph',
    runs: Array.from({ length: 40 }, (_, j) => ({
      text: `第${i}段${j}煤炭`,
      bold: j % 2 === 0,
      color: 'red',
    })),
  });
  const body = [...Array.from({ length: 60 }, (_, i) => styled(i)), paragraph('全文完')];
  const long = await makeNotice({ title: '长通知', body });
  const other = await makeNotice({ title: '没打开过的通知' });
  for (const notice of [long, other]) await makeReceipt(notice, unit);
  const before = await phones.start({ openid: liaison.openid, url: INBOX });
  await before.tap({ text: '长通知' });
  await before.back();
  // What was only looked through does not push it out.
  for (let i = 0; i < 130; i += 1)
    before.stored.set(`seen:5:directory.list:${i}`, JSON.stringify({ at: 0, data: {} }));
  before.network.switch(false);

  const phone = await phones.restart(before, { url: INBOX });
  expect(phone.text).toContain('显示的是09:00的内容');
  await phone.tap({ text: '长通知' });
  // A long text comes to the screen piece by piece.
  for (let i = 0; i < 20 && !phone.text.includes('全文完'); i += 1) await phone.settle();
  const lost = Array.from({ length: 60 }, (_, i) => `第${i}段39煤炭`).filter(
    (one) => !phone.text.includes(one),
  );
  expect(lost).toEqual([]);
  expect(phone.text.includes('全文完')).toBe(true);
  expect(phone.text).toContain('显示的是09:00的内容');
  await phone.back();
  await phone.tap({ text: '没打开过的通知' });
  expect(phone.text).toContain('没有在本机打开过，联网后才能看全文');
  expect(phone.text).toContain('重试');
});

test('goes on to colleagues as text in one tap: all of it, and nothing of any unit', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例保密矿业有限公司' });
  const notice = await makeNotice({
    title: '关于报送的通知',
    number: { year: 2018, n: 25, text: '陕煤协会发〔2018〕25号' },
    style: 'formal',
    body: [
      { type: 'heading', text: '一、内容' },
      { type: 'list', ordered: true, items: [[{ text: '产量' }], [{ text: '销量' }]] },
      {
        type: 'table',
        rows: [
          ['项目', '数量'],
          ['原煤', '100'],
        ],
      },
    ],
  });
  await makeReceipt(notice, unit);
  const url = `/${pagePaths['notice.detail']}?noticeId=${notice._id}`;
  const phone = await phones.start({ openid: liaison.openid, url, scene: 1008 });
  await phone.tap({ text: '复制全文' });
  expect(phone.face.clipboard).toBe(
    [
      '关于报送的通知',
      '陕煤协会发〔2018〕25号',
      '示例市煤炭工业协会 11月23日（周一）',
      '请于11月26日（周四）09:00前由本单位联络员确认收到',
      '',
      '各会员单位：',
      '一、内容',
      '1. 产量\n2. 销量',
      '项目　数量\n原煤　100',
      '示例市煤炭工业协会',
      '2026年11月23日',
      '',
      '来自示例市煤炭工业协会联络通',
    ].join('\n'),
  );
});

test('goes on as a picture: one to WeChat’s own sheet, several to the album', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例保密矿业有限公司' });
  const short = await makeNotice({ title: '短通知', body: [paragraph('请参加。')] });
  const long = await makeNotice({
    title: '长通知',
    dueAt: later(5),
    body: Array.from({ length: 100 }, (_, i) => paragraph(`第${i}段：${'煤矿安全'.repeat(20)}`)),
  });
  for (const notice of [short, long]) await makeReceipt(notice, unit);
  const phone = await phones.start({ openid: liaison.openid, url: INBOX });
  await phone.tap({ text: '短通知' });
  await phone.tap({ text: '存为图片' });
  const [one] = phone.canvas.taken;
  expect(one?.words).toEqual([
    '短通知',
    '示例市煤炭工业协会 11月23日（周一）',
    '请于11月26日（周四）09:00前由本单位联络员确认收到',
    '请参加。',
    '来自示例市煤炭工业协会联络通',
  ]);
  expect(phone.face.shared).toEqual([one?.path]);
  expect(phone.face.album).toEqual([]);
  // A WeChat without that sheet.
  phone.face.answers.share = false;
  await phone.tap({ text: '存为图片' });
  expect(phone.face.album).toEqual([phone.canvas.taken[1]?.path]);

  await phone.back();
  await phone.tap({ text: '长通知' });
  await phone.tap({ text: '存为图片' });
  const pictures = phone.canvas.taken.slice(2);
  expect(pictures.length).toBeGreaterThan(1);
  expect(phone.face.album).toHaveLength(1 + pictures.length);
  expect(phone.face.toasts).toContain(`已保存${pictures.length}张图片到相册`);
  const words = pictures.flatMap((picture) => picture.words).join('');
  for (let i = 0; i < 100; i += 1) expect(words).toContain(`第${i}段：`);
  expect(words.match(/煤矿/g)).toHaveLength(2000);
  expect(words).not.toContain('保密');
});

test('a picture of the text whose address is no longer good leaves its words, not a broken picture', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice({
    body: [paragraph('见图'), { type: 'picture', fileKey: 'upload-key-1', caption: '会场' }],
    files: { 'upload-key-1': await upload('files/2026-11/x/x.png', samples.png) },
  });
  await makeReceipt(notice, unit);
  const url = `/${pagePaths['notice.detail']}?noticeId=${notice._id}`;
  const phone = await phones.start({ openid: liaison.openid, url });
  expect(phone.text).toContain('会场');
  phone.page.send(phone.find({ tag: 'image' }), 'error', { errMsg: 'timeout' });
  await phone.settle();
  expect(phone.text).toContain('图片暂时取不到');
  expect(phone.has({ tag: 'image' })).toBe(false);
});

test('who stands in for the liaison is told whose turn it is, and what became of it', async () => {
  const { unit, waiting } = await somebody();
  const standIn = await makePerson({
    name: '示例代理',
    proxies: [
      {
        proxyId: 'proxy-1',
        unitId: unit._id,
        unitName: unit.name,
        scopes: ['notice'],
        from: '2026-11-20',
        to: '2026-11-30',
        filingId: unit.seats.main?.filingId ?? '',
      },
    ],
  });
  const phone = await phones.start({ openid: standIn.openid, url: INBOX });
  await phone.tap({ text: waiting.title });
  expect(phone.text).toContain('等您：确认收到，剩3个工作日');
  await phone.tap({ text: '确认收到', tag: 'button' });
  expect(phone.text).toContain('已确认，您无需操作');
  expect(phone.text).toContain('由示例代理（代理）确认');
  expect(await timesAsked('notice.confirm')).toBe(1);
});
