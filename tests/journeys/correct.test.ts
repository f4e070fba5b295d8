import type { Notice } from '@server/stores/notices';
import { cloud, makeOffice, makeSeatedUnit, makeStaff } from '../support';
import { desk, visit } from './support/browser';

const TITLE = '关于报送四季度信息的通知';
const SLOW = 120_000;

it(
  'a formal document goes out, is confirmed, corrected, confirmed again from its old card, and withdrawn',
  async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
    const secretary = await makeStaff('editor');

    const writer = await visit(secretary.openid, 'features/notice/compose/index');
    await writer.type('请填写标题', TITLE);
    await writer.tap('正式文件');
    await writer.sees('下一号：协会发〔2026〕1号，发布时正式取号');
    await writer.type('正文，可直接粘贴，分段和编号会保留', '请于月底前报送。');
    await writer.tap(/^11月30日/);
    await writer.tap('发布');
    await writer.sees(/将发给1家单位/);
    await writer.tap('发布');
    await writer.sees('复制催办文字');
    const [first] = (await cloud.find('notices', {})) as unknown as Notice[];
    const card = `features/notice/detail/index?noticeId=${first?._id ?? ''}`;

    const reader = await visit(liaison.openid, card);
    await reader.sees('示例市煤炭工业协会文件');
    await reader.sees('协会发〔2026〕1号');
    await reader.sees('各会员单位：');
    await reader.sees('2026年11月23日');
    await reader.fits();
    await reader.tap('确认收到');
    await reader.sees(/^已于11月23日 09:00由示例联络员确认/);

    await writer.tap('更正');
    await writer.tap('请重新确认');
    await writer.type('如：会议地点改为三楼会议室', '报送时间提前到25日');
    await writer.type('请填写标题', '关于报送四季度信息的补充通知');
    await writer.tap('发出更正，请重新确认');
    await writer.sees(/将重新发给1家单位/);
    await writer.tap('更正');
    await writer.sees('更正前各单位的打开和确认情况');
    const [second] = (await cloud.find('notices', {
      corrects: first?._id ?? '',
    })) as unknown as Notice[];

    await reader.page.reload();
    await reader.sees('已更正，这是旧版');
    await reader.sees(/^已于11月23日 09:00由示例联络员确认/);
    await reader.tap('看更正后的通知');
    await reader.sees('关于报送四季度信息的补充通知');
    await reader.sees(/更正：报送时间提前到25日/);
    await reader.sees('协会发〔2026〕1号');
    await reader.fits();
    await reader.tap('确认收到');
    await reader.sees(/^已于11月23日 09:00由示例联络员确认/);
    const receiptOf = async (noticeId = '') =>
      (await cloud.find('receipts', { unitId: unit._id, noticeId }))[0];
    expect(await receiptOf(first?._id)).toMatchObject({ state: 'confirmed', closed: 'corrected' });
    expect(await receiptOf(second?._id)).toMatchObject({ state: 'confirmed', done: true });

    await writer.tap('撤回');
    await writer.type('如：会议改期，另行通知', '时间有变，另行通知');
    await writer.tap('撤回');
    await writer.sees('撤回后各单位看不到正文，不能再确认；撤回不能取消。');
    await writer.tap('撤回');
    await writer.sees('原因：时间有变，另行通知');

    const later = await visit(liaison.openid, card);
    await later.tap('看更正后的通知');
    await later.sees('原因：时间有变，另行通知');
    await later.gone('请于月底前报送。');
    await later.gone('确认收到');

    const register = await visit(secretary.openid, 'features/notice/numbers/index', desk);
    await register.sees('协会发〔2026〕1号');
    await register.sees('已撤回');
    await register.fits();
  },
  SLOW,
);
