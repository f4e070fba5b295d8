import type { Person } from '@server/stores/people';
import type { Unit } from '@server/stores/units';
import { cloud, makeUnit, requestsOf, stranger } from '../../support';
import { makeCorrection, recordNow, seatedRecord as seated, world } from './records';

const unitNow = async (unit: Unit) =>
  ((await cloud.find('units', { _id: unit._id })) as unknown as Unit[])[0] ?? unit;
const personNow = async (openid: string) =>
  ((await cloud.find('people', { _id: openid })) as unknown as Person[])[0];

describe('record.decide', () => {
  it('carries unit, seat and person along in one go', async () => {
    const { staff, filing, unit, liaison } = await world();
    const changed = {
      unitName: '示例新矿业有限公司',
      address: '示例省示例市新路2号',
      name: '示例新名',
      position: '副总经理',
      landline: '029-88881111',
      mobile: '19900009999',
    };
    const keys = ['unitName', 'address', 'name', 'position', 'landline', 'mobile'] as const;
    const { _id } = await makeCorrection(filing, { keys: [...keys], changed, mobileVerified: true });
    const decisions = keys.map((key) => ({ key, agreed: true }));
    await staff.change('record.decide', { correctionId: _id, decisions });
    // Twelve, and what else carries the unit's name: codes, registrations, changes, handovers.
    expect((await requestsOf('record.decide')).length).toBeLessThanOrEqual(17);

    const now = await unitNow(unit);
    expect(now).toMatchObject({
      name: changed.unitName,
      address: changed.address,
      postCode: '710000',
      seated: true,
      people: '示例新名',
      seats: {
        main: {
          openid: liaison.openid,
          name: '示例新名',
          position: '副总经理',
          phone: '19900009999',
          landline: '029-88881111',
          filingId: filing._id,
          numbers: ['协会联备〔2026〕1号'],
        },
      },
    });
    expect(now.grams).toContain('新名');
    expect(now.updatedAt.getTime()).toBeGreaterThan(unit.updatedAt.getTime());
    expect(await personNow(liaison.openid)).toMatchObject({
      name: '示例新名',
      seats: [{ unitId: unit._id, unitName: changed.unitName }],
    });
    expect(await recordNow(filing)).toMatchObject({ unitName: changed.unitName, mobileVerified: true });
    const found = await staff.ask('unit.list', { search: '示例新名' });
    expect(found.units.map(({ name }) => name)).toEqual([changed.unitName]);
  });

  it('writes nature and level together, and never one without the other', async () => {
    const { staff, filing, unit } = await world();
    const { _id } = await makeCorrection(filing, {
      keys: ['unitNature', 'unitStateLevel'],
      changed: { unitNature: 'private' },
    });
    const decide = (level: boolean) => ({
      correctionId: _id,
      decisions: [
        { key: 'unitNature' as const, agreed: true },
        { key: 'unitStateLevel' as const, agreed: level, reason: '仍是省企' },
      ],
    });
    expect(await staff.fails('record.decide', decide(false))).toEqual({
      code: 'invalid',
      field: 'decisions',
      message: '只同意一部分会前后不符：国有企业请选择级别，其他性质不选级别',
    });
    await staff.change('record.decide', decide(true));
    expect(await unitNow(unit)).toMatchObject({ nature: 'private', stateLevel: null });
  });

  it('refuses another unit’s name, and then nothing is written', async () => {
    const { staff, filing, unit, liaison } = await world();
    await makeUnit({ name: '示例二矿有限公司' });
    const { _id } = await makeCorrection(filing, {
      keys: ['unitName'],
      changed: { unitName: '示例二矿有限公司' },
    });
    const decisions = [{ key: 'unitName' as const, agreed: true }];
    expect(await staff.fails('record.decide', { correctionId: _id, decisions })).toEqual({
      code: 'conflict',
      field: 'decisions',
      message: '已有同名单位，请先核对单位全称',
    });
    expect(await unitNow(unit)).toMatchObject({ name: '示例一矿有限公司' });
    expect(await recordNow(filing)).toMatchObject({ form: filing.form, history: [] });
    expect(await cloud.find('audits', {})).toEqual([]);
    expect(await personNow(liaison.openid)).toMatchObject({ seats: [{ unitName: '示例一矿有限公司' }] });
  });

  it.each([
    ['the record was closed', { inForce: false, state: 'closed' as const }, {}],
    ['somebody else sits there', {}, { seats: { main: null, deputy: null } }],
    ['the unit has left', {}, { active: false }],
  ])('agrees to nothing once %s', async (_why, over, unitOver) => {
    const { staff } = await world();
    const { filing, unit } = await seated(over, unitOver);
    const { _id } = await makeCorrection(filing);
    const agree = [{ key: 'position' as const, agreed: true }];
    const error = await staff.fails('record.decide', { correctionId: _id, decisions: agree });
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.message).toMatch(/已不在这个席位.*请各项都选“不同意”办结/);
    expect(await recordNow(filing)).toMatchObject({ form: filing.form, history: [] });

    const refuse = [{ key: 'position' as const, agreed: false, reason: '联络员已离任' }];
    expect(await staff.change('record.decide', { correctionId: _id, decisions: refuse })).toEqual({
      agreed: 0,
      refused: 1,
    });
    expect(await unitNow(unit)).toMatchObject({ seats: unit.seats });
    expect(await stranger().fails('record.decide', { correctionId: _id, decisions: refuse })).toMatchObject({
      code: 'stranger',
    });
  });
});
