import {
  cloud,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeStaff,
  makeUnit,
  requestId,
  stranger,
} from '../../support';
import { bookOf, committed, HEADERS, planned, rowOf, unitNamed } from './books';
import { closed } from './ladder';

const A = '示例甲矿业有限公司';
const B = '示例海东电力设计院';
const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];
describe('roster.undo', () => {
  it('is for staff who may import, and of an import that is there', async () => {
    await closed('roster.undo', {});
    expect(await stranger().fails('roster.undo', { importId: 'import-nowhere-0001' })).toMatchObject({
      code: 'stranger',
    });
    expect(await (await makeStaff()).fails('roster.undo', { importId: '?' })).toMatchObject({
      field: 'importId',
    });
  });

  const prepared = async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const old = await makeUnit({ name: B, region: '榆林', nature: 'private', stateLevel: null });
    const plan = await planned(
      staff,
      bookOf({ 名册: [HEADERS, rowOf(A), rowOf(B), rowOf('示例丙仪表有限公司')] }),
    );
    return { staff, old, ...plan };
  };

  it('takes everything back: old values, no new units; twice is once', async () => {
    const { staff, importId, version } = await prepared();
    expect(await staff.fails('roster.undo', { importId })).toMatchObject({ code: 'closed' });
    await committed(staff, importId, version);
    const id = requestId();
    const done = await staff.change('roster.undo', { importId }, id);
    expect(done).toMatchObject({ state: 'undone', restored: 1, removed: 2, leftCount: 0 });
    expect(await staff.change('roster.undo', { importId }, id)).toEqual(done);
    const rows = await cloud.find('units', {});
    expect(rows).toMatchObject([{ name: B, region: '榆林', contacts: [], regionKey: 'yu lin' }]);
    expect(await cloud.find('audits', { action: 'roster.undo', collection: 'units' })).toHaveLength(3);
    expect(await staff.fails('roster.commit', { importId, version })).toMatchObject({ code: 'closed' });
  });

  it('leaves alone what somebody went on with, and says so', async () => {
    const { staff, old, importId, version } = await prepared();
    await committed(staff, importId, version);
    const seen = await staff.ask('unit.get', { unitId: old._id });
    await staff.change('unit.save', { ...seen, unitId: old._id, industry: '电力', contacts: [] });
    const used = (await unitNamed(A)) as unknown as Awaited<ReturnType<typeof makeUnit>>;
    await makeReceipt(await makeNotice(), used);
    const done = await staff.change('roster.undo', { importId });
    expect(done).toMatchObject({ restored: 0, removed: 1, leftCount: 2 });
    expect(await unitNamed(A)).toMatchObject({ active: true });
    expect(await unitNamed(B)).toMatchObject({ industry: '电力', region: '西安' });
  });

  it('is possible for 24 hours', async () => {
    const { staff, importId, version } = await prepared();
    await committed(staff, importId, version);
    expect((await staff.ask('roster.get', { importId })).undoUntil).not.toBeNull();
    await cloud.clock.advance(24 * 3600_000 + 1);
    expect((await staff.ask('roster.get', { importId })).undoUntil).toBeNull();
    expect(await staff.fails('roster.undo', { importId })).toMatchObject({ code: 'expired' });
  });

  it('killed at any point it resumes', async () => {
    const { staff, importId, version } = await prepared();
    await committed(staff, importId, version);
    for (const [i, fault] of (
      ['kill-function', 'kill-after', 'kill-after', 'kill-function'] as const
    ).entries()) {
      await cloud.script({ api: 'database.modifyDocument', function: 'documents', skip: i, times: 1, fault });
      await staff.change('roster.undo', { importId }).catch(() => undefined);
    }
    expect(await staff.change('roster.undo', { importId })).toMatchObject({
      state: 'undone',
      restored: 1,
      removed: 2,
      leftCount: 0,
    });
    expect(await cloud.find('units', {})).toHaveLength(1);
  });
});
