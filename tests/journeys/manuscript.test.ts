import {
  cloud,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUpload,
} from '../support';
import { samples, upload } from '../server/file/samples';
import { docx, p, png, image, r, textBox } from '../server/manuscript/papers';
import { makeCheck, makePicture, pushVerdict } from '../server/check/contents';
import { desk, phone, visit } from './support/browser';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const COMPOSE = 'features/notice/compose/index';
const BODY = '正文，可直接粘贴，分段和编号会保留';

const paper = () =>
  docx({
    body:
      p(r('关于召开年会的通知', '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>') +
      p('各会员单位：') +
      p(r('一、时间', '<w:b/>')) +
      p(r('请于11月26日前报名。') + textBox('内部资料')) +
      p(image('p1')),
    relations: { p1: 'media/image1.png' },
    media: { 'media/image1.png': png(8) },
  });

async function office() {
  await makeOffice();
  await makeSeatedUnit({ name: '示例一矿有限公司' });
  return makeStaff('editor', '示例编辑');
}

const given = async (name = '通知.docx') => [{ name, mimeType: WORD, buffer: await paper() }];

it('takes a Word paper over: title, headings and picture come along, what does not is named, and it can be undone', async () => {
  const editor = await office();
  const writer = await visit(editor.openid, COMPOSE);
  await writer.give('导入Word文档', await given());
  await writer.sees('已导入4段，请核对');
  await writer.sees('1个文本框没有导入（“内部资料”），需要的话请复制进来');
  expect(await writer.typed('小标题')).toBe('一、时间');
  expect(await writer.typed('图片说明，可不填')).toBe('');
  await writer.fits();
  await writer.tap('撤销导入');
  await writer.gone('已导入4段');
  expect(await writer.typed(BODY)).toBe('');
});

it('asks where it goes when something is written already', async () => {
  const editor = await office();
  const writer = await visit(editor.openid, COMPOSE, desk);
  await writer.type(BODY, '写在前面的话');
  await writer.give('导入Word文档', await given());
  await writer.sees('正文里已有内容，导入的4段放在哪里？');
  await writer.tap('接在后面');
  await writer.sees('已导入4段');
  const lines = await writer.page
    .locator('.editor textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  expect(lines).toEqual(['写在前面的话', '各会员单位：', '请于11月26日前报名。']);
});

it('says what to do with an old file', async () => {
  const editor = await office();
  const writer = await visit(editor.openid, COMPOSE);
  await writer.give('导入Word文档', [
    { name: '通知.doc', mimeType: 'application/msword', buffer: samples.doc },
  ]);
  await writer.sees('另存为.docx后再导入');
});

it('pasted text becomes paragraphs, rows of a sheet a table', async () => {
  const editor = await office();
  const writer = await visit(editor.openid, COMPOSE);
  await writer.type(BODY, '各会员单位：\n\n一、名单如下\n单位\t人数\n示例一矿\t3');
  const lines = await writer.page
    .locator('.editor textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  expect(lines).toEqual(['各会员单位：', '一、名单如下', '单位 | 人数\n示例一矿 | 3']);
});

it('hands an attachment over, shows a picture only when its content is known to be fine', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const picture = await makePicture({}, { fileId: await upload('kept/hall.png', png(40)) });
  const file = await makeUpload({
    name: '报名表.docx',
    use: 'attachment',
    fileId: await upload('kept/a.docx', samples.docx),
  });
  const notice = await makeNotice({
    body: [
      { type: 'paragraph', runs: [{ text: '请看图' }] },
      { type: 'picture', fileKey: picture._id, caption: '会场' },
      { type: 'file', fileKey: file._id, name: '报名表.docx', size: samples.docx.length },
    ],
    files: { [picture._id]: picture.fileId ?? '', [file._id]: file.fileId ?? '' },
  });
  await makeReceipt(notice, unit);
  const place = `features/notice/detail/index?noticeId=${notice._id}`;
  const reader = await visit(liaison.openid, place);
  await reader.sees('图片审核中，通过后显示');
  const download = reader.page.waitForEvent('download');
  await reader.tap('报名表.docx');
  expect((await download).suggestedFilename()).toBe('报名表.docx');
  await pushVerdict('trace-1', 'pass');
  const later = await visit(liaison.openid, place);
  await later.sees('会场');
  await later.gone('图片审核中');
  // Loaded, not only promised.
  await later.page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('.body-image img');
    return !!image?.complete && image.naturalWidth > 0;
  });
  await later.fits();
});

it('a picture that cannot be loaded leaves its caption and says so', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit();
  const broken = await makePicture(
    { state: 'pass' },
    { fileId: await upload('kept/broken.png', samples.png) },
  );
  const notice = await makeNotice({
    body: [{ type: 'picture', fileKey: broken._id, caption: '会场' }],
    files: { [broken._id]: broken.fileId ?? '' },
  });
  await makeReceipt(notice, unit);
  const reader = await visit(liaison.openid, `features/notice/detail/index?noticeId=${notice._id}`);
  await reader.sees('图片暂时取不到');
  await reader.sees('会场');
});

it('refused words that went out lead straight to taking the notice back', async () => {
  await makeOffice();
  const editor = await makeStaff('editor', '示例编辑');
  const notice = await makeNotice({ title: '关于报名的通知' });
  await makeCheck({ excerpt: '加微信领取报名表', noticeIds: [notice._id] });
  const checker = await visit(editor.openid, 'features/check/queue/index');
  await checker.tap('不通过…');
  await checker.tap('确定不通过');
  await checker.sees('现在去撤回吗？');
  await checker.tap('取消');
  await checker.sees('没有待审核的内容');
  await checker.tap('已审核');
  await checker.tap('撤回这条通知');
  await checker.type('如：会议改期，另行通知', '内容有误');
  await checker.tap('撤回');
  await checker.sees('撤回不能取消');
  await checker.page.getByText('撤回', { exact: true }).locator('visible=true').last().click({ force: true });
  await checker.sees('已撤回');
  expect(await cloud.find('notices', { _id: notice._id })).toMatchObject([{ state: 'withdrawn' }]);
});

it('a corrected paper brings its title along, which can be undone', async () => {
  await makeOffice();
  const editor = await makeStaff('editor', '示例编辑');
  const notice = await makeNotice({ title: '旧的标题' });
  const writer = await visit(editor.openid, `features/notice/correct/index?noticeId=${notice._id}`);
  await writer.give('导入Word文档', await given());
  await writer.sees('标题也换成“关于召开年会的通知”');
  await writer.tap('替换现有内容');
  await writer.sees('已导入4段');
  expect(await writer.typed('请填写标题')).toBe('关于召开年会的通知');
  await writer.tap('撤销导入');
  await writer.gone('已导入4段');
  expect(await writer.typed('请填写标题')).toBe('旧的标题');
});

it('the queue opens from home; one is passed, another refused with a note', async () => {
  await makeOffice();
  const editor = await makeStaff('editor', '示例编辑');
  const notice = await makeNotice();
  await makeCheck({ excerpt: '加微信领取报名表', noticeIds: [notice._id] });
  const picture = await makePicture({ state: 'queued', verdict: 'risky' });
  await makeCheck({
    _id: `picture_${picture._id}`,
    kind: 'picture',
    verdict: 'risky',
    label: 20002,
    about: '图片',
    fileKey: picture._id,
    order: '2026-11-23T02:00:00.000Z_p',
  });
  const checker = await visit(editor.openid, 'pages/home/index', phone);
  await checker.sees('2条');
  await checker.tap('内容待审核');
  await checker.sees('微信怀疑含有“广告”，请人工判断');
  await checker.sees('用在这条通知里');
  await checker.fits();
  await checker.page
    .getByText('通过', { exact: true })
    .locator('visible=true')
    .first()
    .click({ force: true });
  await checker.gone('加微信领取报名表');
  await checker.tap('不通过…');
  await checker.type('如：含有广告，不宜发布', '不宜发布');
  await checker.tap('确定不通过');
  await checker.sees('没有待审核的内容');
  expect(await cloud.find('checks', { open: false })).toHaveLength(2);
  expect((await cloud.find('uploads', { _id: picture._id }))[0]).toMatchObject({
    check: { state: 'refused' },
  });
  await checker.tap('已审核');
  await checker.sees('不宜发布');
});
