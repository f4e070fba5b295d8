import { cloud, makeOffice, makeReceipt, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { desk, visit } from './support/browser';
import { handedIn, makeFormNotice } from '../server/notice/forms';

const pdf = { name: '报名表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 sample') };

const receiptOf = async (unitId: string) => (await cloud.find('receipts', { unitId }))[0];

async function cast() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  await makeUnit({ name: '示例二矿有限公司', sortKey: 'shi li er|2' });
  return { unit, liaison, secretary: await makeStaff('editor') };
}

it('asks a form on the desk, is answered on the phone, and collects table, bars and workbook', async () => {
  const { unit, liaison, secretary } = await cast();
  const writer = await visit(secretary.openid, 'features/notice/compose/index', desk);
  await writer.type('请填写标题', '关于召开四季度例会的通知');
  await writer.type('正文，可直接粘贴，分段和编号会保留', '请填写回执表。');
  await writer.tap('填写回执表');
  await writer.tap('＋ 人数');
  await writer.type('如：参会人数', '参会人数');
  await writer.tap('＋ 姓名');
  await writer.type('如：参会人员姓名', '参会人员');
  await writer.tap('＋ 选择');
  await writer.type('如：是否住宿', '是否住宿');
  await writer.tap('＋ 文字');
  await writer.type('如：其他要求', '其他要求');
  await writer.tap('＋ 文件');
  await writer.type('如：盖章的报名表', '报名表');
  await writer.tap(/^11月30日/);
  await writer.tap('发布');
  await writer.sees('请填写选项');
  await writer.type('请填写选项1', '住宿');
  await writer.type('请填写选项2', '不住宿');
  await writer.tap('发布');
  await writer.sees(/将发给2家单位/);
  await writer.tap('发布');
  await writer.sees('看回执表汇总');

  const phone = await visit(liaison.openid, 'pages/notice/index');
  await phone.sees(/等您：填写回执表，/);
  await phone.tap('关于召开四季度例会的通知');
  await phone.tap('填写回执表');
  await phone.tap('提交回执表');
  await phone.sees('请填写“参会人数”');
  await phone.type('请填写人数', '2');
  await phone.type('一行一个姓名，或用顿号分开', '示例甲、示例乙');
  await phone.tap('住宿');
  await phone.type('请填写其他要求', '自驾前往');
  await phone.give('＋ 选文件', [pdf]);
  await phone.sees('✓ 报名表.pdf');
  await phone.fits();
  // Closed and opened again: what was filled in is still there.
  await phone.page.reload();
  await phone.sees('✓ 报名表.pdf');
  expect(await phone.typed('请填写人数')).toBe('2');
  await phone.tap('提交回执表');
  await phone.sees('示例联络员于11月23日 09:00填报');
  expect(await receiptOf(unit._id)).toMatchObject({
    state: 'answered',
    form: { answers: { q1: 2, q2: ['示例甲', '示例乙'], q3: ['住宿'], q4: '自驾前往' } },
  });

  const office = await visit(secretary.openid, 'pages/notice/index', desk);
  await office.tap('关于召开四季度例会的通知');
  await office.tap('看回执表汇总');
  await office.sees('共2人');
  await office.page.getByLabel('住宿，1家（100%），查看名单').click();
  await office.sees('是否住宿：住宿');
  await office.sees('示例甲、示例乙');
  await office.fits();
  const download = office.page.waitForEvent('download');
  await office.tap('下载 Excel');
  expect((await download).suggestedFilename()).toBe('回执表_关于召开四季度例会的通知_2026-11-23.xlsx');
  await office.tap('示例一矿有限公司');
  await office.sees('报名表.pdf');
});

it('keeps a form handed in offline, says so, and sends it when the network is back, once', async () => {
  const { unit, liaison } = await cast();
  const notice = await makeFormNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  const place = `features/notice/answer/index?noticeId=${notice._id}&unitId=${unit._id}`;
  const phone = await visit(liaison.openid, place);
  await phone.type('请填写人数', '3');
  await phone.tap('不住');
  await phone.context.setOffline(true);
  await phone.tap('提交回执表');
  await phone.sees('已暂存');
  expect(await receiptOf(unit._id)).toMatchObject({ state: 'waiting' });
  await phone.context.setOffline(false);
  await phone.page.reload();
  await phone.sees('示例联络员于11月23日 09:00填报');
  expect(await receiptOf(unit._id)).toMatchObject({ form: { answers: { q1: 3, q3: ['不住'] }, revised: 0 } });
  expect(await cloud.find('audits', { action: 'notice.answer' })).toHaveLength(1);
});

it('asks before writing over what the other seat handed in meanwhile', async () => {
  const { unit, liaison } = await cast();
  const notice = await makeFormNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  const input = { noticeId: notice._id, unitId: unit._id };
  const phone = await visit(
    liaison.openid,
    `features/notice/answer/index?noticeId=${notice._id}&unitId=${unit._id}`,
  );
  await phone.type('请填写人数', '5');
  await phone.tap('住');
  const other = { ...input, answers: { q1: 1, q3: ['不住'] } };
  await liaison.change('notice.answer', other);
  await phone.tap('提交回执表');
  await phone.sees(/^您填写期间，示例联络员于11月23日 09:00填报/);
  // WeChat's question is open all the while, and takes no tap meant for the page.
  await phone.sees('微信会在这里问您是否接收提醒');
  await phone.tap('用我填的替换');
  await phone.tap('提交修改');
  await phone.sees('改过1次');
  const accepted = phone.page.waitForResponse((reply) => reply.url().includes('requestSubscribeMessage'));
  await phone.tap('接受');
  await accepted;
  await phone.gone('微信会在这里问您是否接收提醒');
  expect(await receiptOf(unit._id)).toMatchObject({ form: { answers: { q1: 5 }, revised: 1 } });
});

it('records a form for a unit that answered by telephone, and takes it back', async () => {
  const { unit, secretary } = await cast();
  const notice = await makeFormNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  const office = await visit(secretary.openid, `features/notice/progress/index?noticeId=${notice._id}`);
  await office.tap('电话或书面答复了？代录');
  await office.type('请填写人数', '1');
  await office.tap('住');
  await office.tap('电话');
  await office.tap('记为已填报');
  await office.sees('看回执表汇总');
  expect(await receiptOf(unit._id)).toMatchObject({ state: 'answered', onBehalf: true });
  await office.page.goto(
    `${cloud.url}/#/features/notice/answers/index?noticeId=${notice._id}&unitId=${unit._id}`,
  );
  await office.sees(/电话代录（示例秘书）/);
  await office.tap('查看代录');
  await office.tap('撤销代录');
  await office.tap('撤销');
  await office.sees('记为已填报');
  expect(await receiptOf(unit._id)).toMatchObject({ state: 'waiting', form: null });
});

it('shows answers of many units a line each on the phone', async () => {
  const { unit, secretary } = await cast();
  const notice = await makeFormNotice({ counts: { total: 1, opened: 1, confirmed: 1, answered: 1 } });
  await makeReceipt(notice, unit, handedIn());
  const office = await visit(secretary.openid, `features/notice/answers/index?noticeId=${notice._id}`);
  await office.sees('共2人');
  await office.sees(/西安 · 参会人数 2 · 示例甲、示例乙 · 是否住宿 住/);
  await office.fits();
});
