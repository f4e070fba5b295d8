import { openIdNumber, sealForm } from '@server/kit/id-number';
import { ID_NUMBER, idNumberKey } from '../filing/id-number';
import { cloud, stranger } from '../../support';
import { asking, correctionsNow, pictureOf, recordNow, world } from './records';

/** Invented: no place has the number 000000. */
const OTHER = '000000198506010027';

/** The business registry asks for ID numbers (E); they are stored sealed and shown masked. */
describe('record.correct', () => {
  beforeEach(() => void (process.env.ID_NUMBER_KEY = idNumberKey));
  afterEach(() => void delete process.env.ID_NUMBER_KEY);

  const registered = () =>
    world(
      { preset: 'business-registry' },
      {
        form: sealForm({
          unitName: '示例一矿有限公司',
          unitNature: 'private',
          creditCode: '91610000MA6TEST001',
          legalRep: '示例法人',
          address: '示例省示例市示例路1号',
          name: '示例乙',
          position: '办公室主任',
          mobile: '19900005678',
          recommendation: 'upload-seal-0001',
          licence: 'upload-licence-0001',
          idNumber: ID_NUMBER,
        }),
      },
    );

  it('knows the number that is kept already, and names the field of a wrong one', async () => {
    const { unit, liaison } = await registered();
    expect(await liaison.fails('record.correct', asking(unit, { idNumber: ID_NUMBER }))).toMatchObject({
      code: 'invalid',
      field: 'changes',
    });
    expect(await liaison.fails('record.correct', asking(unit, { idNumber: '123' }))).toMatchObject({
      code: 'invalid',
      field: 'changes.idNumber',
    });
    expect(await stranger().fails('record.correct', asking(unit, { idNumber: OTHER }))).toMatchObject({
      code: 'stranger',
    });
  });

  it('keeps a new number sealed, shows it masked, and takes it over when agreed', async () => {
    const { unit, liaison, staff, filing } = await registered();
    const licence = await pictureOf(liaison.openid, 'licence');
    const { correctionId } = await liaison.change(
      'record.correct',
      asking(unit, { idNumber: OTHER }, { proofKey: licence._id }),
    );
    const [row] = await correctionsNow();
    expect(row?.keys).toEqual(['idNumber']);
    expect(openIdNumber(row?.changed.idNumber ?? '')).toBe(OTHER);
    expect(JSON.stringify(await cloud.find('corrections', {}))).not.toContain(OTHER);

    const shown = await staff.ask('record.correction', { correctionId });
    const mine = await liaison.ask('record.mine', { unitId: unit._id });
    expect(shown.changed.idNumber).toMatch(/^000\*+0027$/);
    for (const said of [shown, mine].map((one) => JSON.stringify(one))) {
      expect(said).not.toContain(OTHER);
      expect(said).not.toContain(ID_NUMBER);
      expect(said).not.toContain('v1.');
    }

    const decisions = [{ key: 'idNumber' as const, agreed: true }];
    await staff.change('record.decide', { correctionId, decisions });
    expect(openIdNumber((await recordNow(filing)).form.idNumber ?? '')).toBe(OTHER);
    expect(await cloud.find('audits', { action: 'record.decide' })).toHaveLength(1);
  });
});
