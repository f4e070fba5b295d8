import type { Doc } from '@local-cloud';
import type { Audit } from '@server/stores/audits';
import {
  cloud,
  later,
  makeCode,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';

import { makeApplicant } from '../filing/registration';
import { accepted } from '../seat/lent';

let made = 0;
const audit = (unitId: string, over: Partial<Audit> = {}): Audit => ({
  _id: `audit-${String((made += 1)).padStart(4, '0')}`,
  at: new Date(NOW),
  openid: 'openid-nobody',
  action: 'unit.save',
  collection: 'units',
  subjectId: unitId,
  unitId,
  ...over,
});

describe('unit.timeline', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    expect(await stranger().fails('unit.timeline', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('unit.timeline', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
  });

  it.each([
    [{ unitId: '' }, 'unitId'],
    [{ cursor: 'yesterday' }, 'cursor'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const input = { unitId: 'unit-1', ...wrong };
    expect(await (await makeStaff()).fails('unit.timeline', input)).toMatchObject({ code: 'invalid', field });
  });

  it('says in plain words what was done, by whom, the newest first, of this unit only', async () => {
    const staff = await makeStaff('editor', '示例编辑');
    const { unit, liaison } = await makeSeatedUnit();
    const former = await makePerson({
      name: '示例旧同事',
      formerStaff: { role: 'editor', name: '示例旧同事', until: later(-1) },
    });
    const notice = await makeNotice({ _id: 'notice_with_line', title: '关于示例的通知' });
    const receipt = await makeReceipt(notice, unit);
    const rows = [
      audit(unit._id, {
        at: later(-9),
        action: 'filing.approve',
        collection: 'filings',
        subjectId: 'filing-1',
        openid: staff.openid,
      }),
      audit(unit._id, { at: later(-8), openid: former.openid }),
      audit(unit._id, {
        at: later(-7),
        action: 'notice.confirm',
        collection: 'receipts',
        subjectId: receipt._id,
        openid: liaison.openid,
      }),
      audit(unit._id, { at: later(-6), action: 'code.issue', openid: '' }),
      audit(unit._id, { at: later(-5), action: 'thing.longGone', openid: 'openid-gone' }),
      audit('unit-other'),
    ];
    await cloud.insert('audits', rows as unknown as Doc[]);
    const { events, next } = await staff.ask('unit.timeline', { unitId: unit._id });
    expect(events.map(({ line, who, filingId }) => [line, who, filingId])).toEqual([
      ['其他办理事项', '已不在册的人员', null],
      ['出了这家单位的登记码', '系统自动办理', null],
      ['确认收到通知《关于示例的通知》', '联络员 示例联络员', null],
      ['录入或修改单位资料', '秘书处 示例旧同事', null],
      ['同意备案', '秘书处 示例编辑', 'filing-1'],
    ]);
    expect(events.at(-1)?.at).toBe(later(-9).toISOString());
    expect(next).toBeNull();
    expect(await requestsOf('unit.timeline')).toHaveLength(5);
  });

  it('says who only stood in for the liaison, with the days and the matters lent', async () => {
    const staff = await makeStaff('admin', '示例秘书');
    const { unit, lender, proxy, proxyId } = await accepted(['notice', 'meeting']);
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    await proxy.change('notice.confirm', { noticeId: notice._id, unitId: unit._id });
    await lender.change('seat.endProxy', { unitId: unit._id, proxyId });
    // Afterwards it was not as a proxy.
    const after = audit(unit._id, { at: later(1), openid: proxy.openid });
    await cloud.insert('audits', [after] as unknown as Doc[]);
    const { events } = await staff.ask('unit.timeline', { unitId: unit._id });
    const term = '11月23日至11月30日，代办通知、会议';
    expect(Object.fromEntries(events.map(({ line, who }) => [line, who]))).toEqual({
      录入或修改单位资料: '联络员 示例代理',
      结束临时代理: '联络员 示例出借',
      [`确认收到通知《${notice.title}》`]: `临时代理 示例代理（${term}）`,
      接受临时代理: `临时代理 示例代理（${term}）`,
      设了临时代理: '联络员 示例出借',
    });
  });

  it('calls who registers by the name on the registration, and a liaison only once approved', async () => {
    const staff = await makeStaff('admin', '示例秘书');
    const unit = await makeUnit();
    const code = await makeCode({ unitId: unit._id });
    const applicant = await makeApplicant();
    const form = applicant.formWith({ unitName: unit.name, name: '示例登记人' });
    await applicant.change('filing.submit', { codeId: code._id, unitId: unit._id, form });
    const timeline = async () => {
      const { events } = await staff.ask('unit.timeline', { unitId: unit._id });
      return events.map(({ line, who }) => [line, who]);
    };
    expect(await timeline()).toEqual([['提交联络员登记', '登记人 示例登记人']]);
    expect(await requestsOf('unit.timeline')).toHaveLength(5);
  });

  it('pages without gap or double, even where many entries are of one moment', async () => {
    const staff = await makeStaff();
    const { _id: unitId } = await makeUnit();
    const rows = Array.from({ length: 100 }, (_, i) => audit(unitId, i % 10 === 0 ? { at: later(-i) } : {}));
    await cloud.insert('audits', rows as unknown as Doc[]);
    const seen: { eventId: string; at: string }[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await staff.ask('unit.timeline', { unitId, cursor });
      seen.push(...page.events);
      if (!page.next) break;
      cursor = page.next;
    }
    expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(100);
    expect(seen).toHaveLength(100);
    expect(seen.map(({ at }) => at)).toEqual(
      seen
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('has what really happened in it', async () => {
    const staff = await makeStaff();
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    await staff.change('code.issue', { unitId: unit._id });
    await liaison.change('notice.confirm', {
      noticeId: notice._id,
      unitId: unit._id,
      channel: 'self',
    } as never);
    await staff.change('directory.reveal', { unitId: unit._id, kind: 'main' });
    await staff.change('unit.leave', { unitId: unit._id, on: '2026-11-20', reason: '企业注销' });
    await staff.change('unit.rejoin', { unitId: unit._id });
    const { events } = await staff.ask('unit.timeline', { unitId: unit._id });
    expect(events.map(({ line }) => line).sort()).toEqual(
      [
        '出了这家单位的登记码',
        '确认收到通知《关于报送四季度信息的通知》',
        '查看了联系人的手机号码',
        '办理退会',
        '恢复会员单位',
      ].sort(),
    );
  });
});
