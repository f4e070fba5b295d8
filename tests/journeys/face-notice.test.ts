import type { Asking } from '@contract/asking';
import { cloud, makeNotice, makeOffice, makeReceipt, makeSeatedUnit, makeStaff, makeUnit } from '../support';
import { look } from './support/look';

const form: Asking = {
  kind: 'form',
  questions: [
    { id: 'q1', kind: 'count', label: '参加人数', required: true, max: 9 },
    { id: 'q2', kind: 'names', label: '参加人员', required: false, max: 5 },
    {
      id: 'q3',
      kind: 'choice',
      label: '是否住宿',
      required: true,
      several: false,
      options: ['住宿', '不住宿'],
    },
    { id: 'q4', kind: 'text', label: '建议', required: false, max: 200 },
    { id: 'q5', kind: 'file', label: '盖章回执', required: false, max: 2 },
  ],
};

async function world() {
  await makeOffice();
  const { unit, liaison } = await makeSeatedUnit({ name: '示例一矿有限公司' });
  const vacant = await makeUnit({ name: '示例二矿有限公司', sortKey: 'shi li er|2' });
  const staff = await makeStaff();
  const number = { year: 2026, n: 1, text: '协会发〔2026〕1号' };
  const notice = await makeNotice({
    title: '关于填报培训人员的通知',
    asking: form,
    style: 'formal',
    number,
    numberKey: 'association|2026|000001',
    counts: { total: 2, opened: 0, confirmed: 0 },
  });
  for (const one of [unit, vacant]) await makeReceipt(notice, one);
  await cloud.insert('counters', [{ _id: 'notice_2026', last: { association: 2 } }]);
  const { groupId } = await staff.change('group.save', {
    name: '示例通信组',
    purpose: '负责信息报送的单位',
    members: { regions: ['西安'] },
    leaderId: unit._id,
  });
  const it = `noticeId=${notice._id}`;
  return {
    staff: staff.openid,
    liaison: liaison.openid,
    pages: [
      ['staff', `features/notice/progress/index?${it}`, '复制催办文字'],
      ['staff', `features/notice/answers/index?${it}`, '参加人数'],
      ['staff', `features/notice/correct/index?${it}`, /更正/],
      ['staff', `features/notice/withdraw/index?${it}`, /撤回/],
      ['staff', `features/notice/heads/index?${it}`, /负责人/],
      ['staff', 'features/notice/numbers/index', '协会发〔2026〕1号'],
      ['staff', 'features/notice/drafts/index', /草稿/],
      ['staff', 'features/notice/statistics/index', '办结率'],
      ['staff', 'features/group/list/index', '示例通信组'],
      ['staff', `features/group/view/index?groupId=${groupId}`, '示例通信组'],
      ['staff', `features/group/edit/index?groupId=${groupId}`, '保存'],
      ['staff', `features/group/match/index?groupId=${groupId}`, '群成员名单'],
      ['staff', 'features/check/queue/index', /没有/],
      ['staff', 'features/digest/today/index', /早报/],
      ['staff', 'features/digest/stuck/index', /单位/],
      ['liaison', 'pages/home/index', '去填写'],
      ['liaison', `features/notice/detail/index?${it}`, '协会发〔2026〕1号'],
      ['liaison', `features/notice/answer/index?${it}&unitId=${unit._id}`, '参加人数'],
      ['liaison', 'features/group/mine/index', '示例通信组'],
    ] as const,
  };
}

it('has no serious accessibility fault and nothing over the edge at 375, 414 and 1280 px and with large text', async () => {
  const { pages, ...people } = await world();
  expect(await look(people, pages)).toEqual([]);
}, 600_000);
