import { makeOffice, makeStaff, makeUnit, NOW, requestsOf, stranger } from '../../support';
import { makeCorrection } from '../record/records';
import { makeHandover, world } from './papers';

describe('paper.ofUnit', () => {
  it('is for staff who review', async () => {
    const { liaison, unit } = await world();
    const input = { unitId: unit._id };
    expect(await stranger().fails('paper.ofUnit', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.ofUnit', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.ofUnit', input)).toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field that is wrong, and says when there is none', async () => {
    await makeOffice();
    const staff = await makeStaff();
    expect(await staff.fails('paper.ofUnit', { unitId: '' })).toMatchObject({
      code: 'invalid',
      field: 'unitId',
    });
    expect(await staff.fails('paper.ofUnit', { unitId: 'nowhere' })).toEqual({
      code: 'missing',
      message: '没有找到这家单位',
    });
  });

  it('gives what can be printed, without what was given up or refused', async () => {
    const left = await world();
    const { filing, staff, unit } = left;
    const correction = await makeCorrection(filing, { keys: ['mobile', 'position'] });
    await makeCorrection(filing, { _id: 'given-up', slot: 'given-up', state: 'withdrawn' });
    const handover = await makeHandover(left);
    await makeHandover(left, { slot: 'cancelled', state: 'cancelled' });
    expect(await staff.ask('paper.ofUnit', { unitId: unit._id })).toEqual({
      unitName: unit.name,
      filings: [
        {
          filingId: filing._id,
          name: filing.form.name,
          state: 'approved',
          numbers: filing.numbers,
          submittedAt: NOW,
        },
      ],
      corrections: [
        { correctionId: correction._id, name: filing.form.name, fields: '手机、职务', submittedAt: NOW },
      ],
      handovers: [
        { handoverId: handover._id, leaver: filing.form.name, successor: null, changedOn: '2026-11-20' },
      ],
    });
    expect(await requestsOf('paper.ofUnit')).toHaveLength(5);
    const empty = await makeUnit();
    expect(await staff.ask('paper.ofUnit', { unitId: empty._id })).toEqual({
      unitName: empty.name,
      filings: [],
      corrections: [],
      handovers: [],
    });
  });
});
