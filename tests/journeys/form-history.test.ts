import { presets } from '@contract/policy/presets';
import { usualNotices } from '@contract/policy/notices-part';
import type { Stamp } from '@server/stores/receipts';
import { cloud, makeOffice, makeReceipt, makeSeatedUnit, makeStaff } from '../support';
import { begunDraft, sentWords, submittedDraft } from '../server/notice/drafting';
import { handedIn, makeFormNotice, someAnswers } from '../server/notice/forms';
import { desk, visit } from './support/browser';

it('what a unit changed in its form is seen old and new, by itself and by the secretary', async () => {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const secretary = await makeStaff('editor');
  const notice = await makeFormNotice();
  const made = handedIn();
  const stamp = made.answered as Stamp;
  const later = { ...stamp, at: new Date('2026-11-23T00:50:00Z'), name: '示例乙' };
  await makeReceipt(notice, unit, {
    ...made,
    answered: later,
    form: {
      answers: { ...someAnswers, q1: 4, q4: '乘火车' },
      files: {},
      version: 'v2',
      revised: 1,
      check: 'pass',
    },
    earlier: [{ answers: someAnswers, stamp }],
  });
  const atDesk = await visit(
    secretary.openid,
    `features/notice/answers/index?noticeId=${notice._id}&unitId=${unit._id}`,
    desk,
  );
  await atDesk.tap('修改记录（1次）');
  await atDesk.sees('11月23日 08:50 示例乙修改');
  await atDesk.sees('原为示例甲于11月23日 08:30填报');
  await atDesk.sees('自驾');
  await atDesk.fits();
  const onPhone = await visit(
    liaison.openid,
    `features/notice/answer/index?noticeId=${notice._id}&unitId=${unit._id}`,
  );
  await onPhone.tap('修改记录（1次）');
  await onPhone.sees('原为示例甲于11月23日 08:30填报');
  await onPhone.fits();
});

it('a draft sent for review stands on the colleague’s home page, what came back on the writer’s', async () => {
  await makeOffice({ policy: { ...presets['shaanxi-coal'], notices: { ...usualNotices, review: true } } });
  await makeSeatedUnit();
  const writer = await makeStaff('editor', '示例写手');
  const chief = await makeStaff('secretary-general', '示例秘书长');
  const { draftId, version } = await submittedDraft(writer);
  await begunDraft(writer, { title: '还在写的通知' });
  const looker = await visit(chief.openid);
  await looker.sees('同事送审，等您审定');
  await looker.fits();
  await looker.tap('同事送审，等您审定');
  await looker.tap(sentWords().title);
  await looker.sees('同意发布');
  await chief.change('notice.reviewDraft', { draftId, version, approve: false, note: '时间写错了' });
  const home = await visit(writer.openid);
  await home.tap('您的草稿已审定或退回');
  await home.sees('退回原因：时间写错了');
  expect(await cloud.find('outbox', { openid: writer.openid })).toMatchObject([{ message: 'result' }]);
});
