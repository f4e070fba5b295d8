import { makeOffice, makeStaff, requestsOf, stranger } from '../../support';
import { makeCorrection } from '../record/records';
import { makeHandover, seated, world } from './papers';

describe('paper.open', () => {
  it('is for staff', async () => {
    const { filing, liaison } = await world();
    const input = { scene: `f${filing._id}` };
    expect(await stranger().fails('paper.open', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.open', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('editor')).ask('paper.open', input)).toMatchObject({
      subjectId: filing._id,
    });
  });

  it('names the field that is wrong, and says when there is none', async () => {
    await makeOffice();
    const staff = await makeStaff();
    expect(await staff.fails('paper.open', { scene: 'https://example.com' })).toEqual({
      code: 'invalid',
      field: 'scene',
      message: '这不是本系统打印的材料，请核对',
    });
    expect(await staff.fails('paper.open', { scene: 'fNowhere000' })).toEqual({
      code: 'missing',
      message: '没有找到这份材料对应的登记，请核对编号',
    });
  });

  it('leads each code to its record', async () => {
    const left = await world();
    const { filing, staff, unit } = left;
    const name = filing.form.name ?? '';
    const correction = await makeCorrection(filing);
    const handover = await makeHandover(left, { successor: { openid: 'o', name: '示例新人' } });
    const common = { unitId: unit._id, unitName: unit.name };
    const filed = { ...common, subjectId: filing._id, names: [name], numbers: filing.numbers };
    expect(await staff.ask('paper.open', { scene: `f${filing._id}` })).toEqual({ ...filed, kind: 'form' });
    expect(await requestsOf('paper.open')).toHaveLength(2);
    expect(await staff.ask('paper.open', { scene: `r${filing._id}` })).toEqual({
      ...filed,
      kind: 'recommendation',
    });
    expect(await staff.ask('paper.open', { scene: `c${correction._id}` })).toEqual({
      ...common,
      kind: 'change',
      subjectId: correction._id,
      names: [name],
      numbers: [],
    });
    for (const [letter, kind] of [
      ['h', 'handover'],
      ['l', 'letter'],
    ])
      expect(await staff.ask('paper.open', { scene: `${letter ?? ''}${handover._id}` })).toEqual({
        ...common,
        kind,
        subjectId: handover._id,
        names: [name, '示例新人'],
        numbers: [],
      });
  });

  it('takes the number at the foot of a paper as well, also one that begins like a code', async () => {
    const { staff } = await world();
    const { filing } = await seated({ filing: { _id: 'fifteen-of-them' } });
    expect(await staff.ask('paper.open', { scene: filing._id })).toMatchObject({
      kind: 'form',
      subjectId: filing._id,
    });
  });
});
