import { asking, RECENT, seatedRecord, world } from './records';
import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';

describe('record.mine', () => {
  it('turns a stranger and a former liaison away, and names a wrong field', async () => {
    const { unit, liaison } = await world();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    for (const who of [stranger(), former])
      expect(await who.fails('record.mine', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('record.mine', { unitId: 5 })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
  });

  it('is for the seat of that unit, not for another unit’s liaison or staff', async () => {
    const { unit, staff } = await world();
    const { liaison: other } = await makeSeatedUnit();
    for (const who of [staff, other])
      expect(await who.fails('record.mine', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
  });

  it('says what to do when no record is in force', async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    expect(await liaison.fails('record.mine', { unitId: unit._id })).toEqual({
      code: 'missing',
      field: 'unitId',
      message: '没有找到您在这家单位的登记资料，请联系秘书处补办备案',
    });
  });

  it('shows every asked field with the day it was last verified, in few requests', async () => {
    const { unit, liaison, filing } = await world();
    const record = await liaison.ask('record.mine', { unitId: unit._id });
    expect(record).toMatchObject({
      filingId: filing._id,
      form: filing.form,
      due: true,
      verifiedAt: '2026-03-02T02:00:00.000Z',
      reportWithin: null,
      open: null,
      last: null,
    });
    expect(record.fields).toHaveLength(20);
    expect(record.fields.find(({ key }) => key === 'wechat')).toEqual({
      key: 'wechat',
      required: false,
      proof: false,
      verifiedAt: '2026-03-02T02:00:00.000Z',
    });
    expect((await requestsOf('record.mine')).length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(record)).not.toContain('openid');
  });

  it.each([
    ['2026-06-30T15:59:59.000Z', true],
    ['2026-06-30T16:00:00.000Z', false],
  ])('verified at %s, before or after the first of July in Shanghai: due %j', async (at, due) => {
    const { unit, liaison } = await world({}, { verifiedAt: new Date(at) });
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({ due });
  });

  it('shows an open change and the newest decided one, never a withdrawn one', async () => {
    const { unit, liaison, staff } = await world();
    const first = await liaison.change('record.correct', asking(unit, { position: '副总经理' }));
    await staff.change('record.decide', {
      correctionId: first.correctionId,
      decisions: [{ key: 'position', agreed: false, reason: '请附任命文件' }],
    });
    const gone = await liaison.change('record.correct', asking(unit, { title: '高级工程师' }));
    await liaison.change('record.withdraw', { unitId: unit._id, correctionId: gone.correctionId });
    await cloud.clock.advance(1000);
    const open = await liaison.change('record.correct', asking(unit, { wechat: 'new-wechat' }));
    expect(await liaison.ask('record.mine', { unitId: unit._id })).toMatchObject({
      open: { correctionId: open.correctionId, changed: { wechat: 'new-wechat' } },
      last: { decisions: [{ key: 'position', agreed: false, reason: '请附任命文件' }] },
    });
  });

  it('of two units of one person are two records', async () => {
    await makeOffice();
    const one = await seatedRecord({ openid: 'openid-both', _id: 'record-one' });
    const other = await seatedRecord({ _id: 'record-two', verifiedAt: RECENT });
    expect(await one.liaison.fails('record.mine', { unitId: other.unit._id })).toMatchObject({
      code: 'forbidden',
    });
    expect(await other.liaison.ask('record.mine', { unitId: other.unit._id })).toMatchObject({
      filingId: 'record-two',
      due: false,
    });
  });
});
