import {
  cloud,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { makeFormer } from './persons';

describe('privacy.get', () => {
  it('has nothing for a stranger', async () => {
    expect(await stranger().fails('privacy.get', {})).toEqual({
      code: 'stranger',
      message: '这里还没有您的个人信息；扫登记码登记后才会有',
    });
  });

  it('says what was agreed to and when, the number masked', async () => {
    const { person } = await makeFormer();
    const reply = await person.ask('privacy.get', {});
    expect(reply).toEqual({
      consents: [{ version: '2026-11', at: '2026-11-01T00:00:00.000Z' }],
      verifiedMobile: '199****5678',
      erasure: null,
      hindrance: null,
      erasedAt: null,
      workdays: 15,
    });
    expect((await requestsOf('privacy.get')).length).toBeLessThanOrEqual(5);
  });

  it('is for a liaison, staff, and somebody who only agreed', async () => {
    const { liaison, unit } = await makeSeatedUnit();
    expect((await liaison.ask('privacy.get', {})).hindrance).toBe(
      `您现在是“${unit.name}”的联络员，请先在“交接”里把席位交给接任者，秘书处办结后再申请删除`,
    );
    const staff = await makeStaff('editor');
    expect((await staff.ask('privacy.get', {})).hindrance).toContain('请先由管理员把您移出秘书处');
    expect((await (await makePerson()).ask('privacy.get', {})).consents).toEqual([]);
  });

  it.each(['leaver', 'successor'] as const)('tells the %s of an open handover to finish it', async (side) => {
    await makeOffice();
    const unit = await makeUnit();
    const person = await makePerson();
    const part = { openid: person.openid, name: '示例乙', filingId: 'f' };
    const row = {
      _id: 'handover-1',
      unitId: unit._id,
      unitName: unit.name,
      leaver: { openid: 'openid-x', name: '示例', filingId: 'f' },
      successor: null,
      [side]: part,
      code: 'code-1',
      state: 'ready',
      slot: 'slot-1',
      order: `${NOW}_handover-1`,
    };
    await cloud.insert('handovers', [row]);
    expect((await person.ask('privacy.get', {})).hindrance).toBe(
      `“${unit.name}”的交接还没有办结，请办结或取消后再申请删除`,
    );
    await cloud.reset();
    await cloud.insert('people', [{ ...person.row }]);
    await cloud.insert('handovers', [{ ...row, state: 'approved' }]);
    expect((await person.ask('privacy.get', {})).hindrance).toBeNull();
  });
});
