import { makeStaff, requestsOf, stranger } from '../../support';
import { asking, makeCorrection, pictureOf, world } from './records';

describe('record.correction', () => {
  it('is for staff who review, and says when there is none', async () => {
    const { liaison, staff } = await world();
    expect(await stranger().fails('record.correction', { correctionId: 'none' })).toMatchObject({
      code: 'stranger',
    });
    for (const who of [liaison, await makeStaff('finance')])
      expect(await who.fails('record.correction', { correctionId: 'none' })).toMatchObject({
        code: 'forbidden',
      });
    for (const [correctionId, code] of [
      ['a b', 'invalid'],
      ['none', 'missing'],
    ])
      expect(await staff.fails('record.correction', { correctionId })).toMatchObject({
        code,
        field: 'correctionId',
      });
  });

  it('shows old and new side by side', async () => {
    const { unit, liaison, staff } = await world();
    const photo = await pictureOf(liaison.openid, 'photo');
    const licence = await pictureOf(liaison.openid, 'licence');
    const { correctionId } = await liaison.change(
      'record.correct',
      asking(
        unit,
        { photo: photo._id, position: '副总经理' },
        { proofKey: licence._id, emptied: ['wechat'] },
      ),
    );
    const shown = await staff.ask('record.correction', { correctionId });
    expect(shown).toMatchObject({
      correctionId,
      unitId: unit._id,
      unitName: '示例一矿有限公司',
      name: '示例乙',
      state: 'submitted',
      keys: ['position', 'wechat', 'photo'],
      old: { position: '综合办公室主任', wechat: 'demo-wechat', photo: 'upload-photo-0001' },
      changed: { position: '副总经理', photo: photo._id },
      changedOn: '2026-11-20',
      late: false,
      current: true,
      decisions: [],
      decidedAt: null,
    });
    expect((await requestsOf('record.correction')).length).toBeLessThanOrEqual(4);
    expect(JSON.stringify(shown)).not.toContain(liaison.openid);
  });

  it('says that the liaison has left meanwhile', async () => {
    const { staff, filing } = await world({}, { inForce: false, state: 'closed' });
    const { _id } = await makeCorrection(filing);
    expect(await staff.ask('record.correction', { correctionId: _id })).toMatchObject({ current: false });
  });

  it('tells the liaison who saw the number, and nothing where none is among the changes', async () => {
    const { unit, liaison, staff, filing } = await world();
    const none = await makeCorrection(filing, { keys: ['position'], changed: { position: '副总经理' } });
    await staff.ask('record.correction', { correctionId: none._id });
    expect((await liaison.ask('privacy.views', {})).views).toEqual([]);
    await liaison.change('record.withdraw', { unitId: unit._id, correctionId: none._id });
    const { correctionId } = await liaison.change(
      'record.correct',
      asking(unit, { mobile: '19900009999' }, {}),
    );
    for (let i = 0; i < 2; i += 1) await staff.ask('record.correction', { correctionId });
    expect((await requestsOf('record.correction')).length).toBeLessThanOrEqual(4);
    expect((await liaison.ask('privacy.views', {})).views).toMatchObject([{ how: '审核时看到了您的手机号' }]);
  });
});
