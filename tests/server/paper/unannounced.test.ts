import { makeOffice, makeStaff, NOW, requestsOf, stranger } from '../../support';
import { chamber, OURS } from './announcing';
import { seated } from './papers';

const hostIds = ['chamber'];

describe('paper.unannounced', () => {
  it('is for staff who review', async () => {
    await chamber();
    const { liaison } = await seated(OURS);
    expect(await stranger().fails('paper.unannounced', { hostIds })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.unannounced', { hostIds })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).fails('paper.unannounced', { hostIds })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field that is wrong', async () => {
    const staff = await chamber();
    expect(await staff.fails('paper.unannounced', { hostIds: [] })).toEqual({
      code: 'invalid',
      field: 'hostIds',
      message: '请选择发文的主办方',
    });
    expect(await staff.fails('paper.unannounced', { hostIds: ['elsewhere'] })).toEqual({
      code: 'invalid',
      field: 'hostIds',
      message: '没有这个主办方，请重新选择',
    });
  });

  it('gives those in force and not published yet, in the order of the units under their names of today', async () => {
    const staff = await chamber();
    const late = await seated({
      ...OURS,
      unit: { ...OURS.unit, sortKey: 'zz|1', name: '新名矿业有限公司' },
      filing: { ...OURS.filing, unitName: '旧名' },
    });
    const early = await seated({ ...OURS, unit: { ...OURS.unit, sortKey: 'aa|1' } });
    await seated({ ...OURS, filing: { ...OURS.filing, announced: 'list-before' } });
    await seated({ ...OURS, filing: { ...OURS.filing, inForce: false, state: 'closed' } });
    const next = await staff.ask('paper.unannounced', { hostIds });
    expect(next).toMatchObject({ total: 2, until: NOW, number: '商会发〔2026〕1号' });
    expect(next.rows.map(({ filingId, unitName }) => [filingId, unitName])).toEqual([
      [early.filing._id, early.unit.name],
      [late.filing._id, '新名矿业有限公司'],
    ]);
    expect(await requestsOf('paper.unannounced')).toHaveLength(6);
  });

  it('holds only the people of the hosts asked for', async () => {
    await makeOffice();
    const staff = await makeStaff();
    await seated({ filing: { hosts: ['association'] } });
    await seated({ filing: { hosts: ['society'] } });
    expect(await staff.ask('paper.unannounced', { hostIds: ['society'] })).toMatchObject({
      total: 1,
      number: '学会发〔2026〕1号',
    });
    expect(await staff.ask('paper.unannounced', { hostIds: ['society', 'association'] })).toMatchObject({
      total: 2,
      number: '协会发〔2026〕1号',
    });
  });
});
