import { cloud, makeOffice, makeStaff, makeUnit, requestId, stranger } from '../../support';
import { bookOf, committed, HEADERS, planned, rowOf, unitNamed } from './books';
import { closed } from './ladder';

const A = '示例甲矿业有限公司';
const B = '示例海东电力设计院';
const hosts = [{ id: 'association', name: '示例协会', short: '协会', accent: '#1F5FBF' }];
const version = '0'.repeat(32);

describe('roster.commit', () => {
  it('is for staff who may import, and of an import that is there', async () => {
    await closed('roster.commit', { version });
    expect(
      await stranger().fails('roster.commit', { importId: 'import-nowhere-0001', ...{ version } }),
    ).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff()).fails('roster.commit', { importId: '?', ...{ version } })).toMatchObject(
      { field: 'importId' },
    );
  });

  it('commits only the plan that was shown', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const { importId } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A)] }));
    expect(await staff.fails('roster.commit', { importId, version: 'x' })).toMatchObject({
      code: 'invalid',
      field: 'version',
    });
    expect(await staff.fails('roster.commit', { importId, version })).toMatchObject({
      code: 'conflict',
      field: 'version',
    });
    expect(await cloud.find('units', {})).toEqual([]);
  });

  it('writes new and changed units with what they are found by, an audit entry for each', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff('member');
    const old = await makeUnit({ name: B, region: '榆林' });
    const plan = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A), rowOf(B, { 单位性质: null })] }));
    const id = requestId();
    const done = await staff.change('roster.commit', { importId: plan.importId, version: plan.version }, id);
    expect(done).toMatchObject({ state: 'done', added: 1, changed: 1, leftCount: 0, done: 2, total: 2 });
    expect(
      await staff.change('roster.commit', { importId: plan.importId, version: plan.version }, id),
    ).toEqual(done);
    expect(await staff.change('roster.commit', { importId: plan.importId, version: plan.version })).toEqual(
      done,
    );
    expect(await unitNamed(A)).toMatchObject({
      active: true,
      seated: false,
      hosts: ['association'],
      people: '示例甲',
      regionKey: 'xi an',
      contacts: [{ kind: 'liaison', name: '示例甲', phone: '13900001111' }],
    });
    expect(await unitNamed(B)).toMatchObject({
      _id: old._id,
      region: '西安',
      regionKey: 'xi an',
      nature: 'state',
    });
    expect((await staff.ask('unit.list', { search: 'sljky' })).units).toHaveLength(1);
    const added = (await unitNamed(A))?._id as string;
    expect(await cloud.find('audits', { unitId: added })).toMatchObject([
      { action: 'roster.commit', collection: 'units', openid: staff.openid },
    ]);
    expect((await staff.ask('unit.timeline', { unitId: added })).events[0]?.line).toContain('名册导入');
    expect(await cloud.find('audits', { action: 'roster.commit', collection: 'units' })).toHaveLength(2);
  });

  it('leaves out rows the content check refuses, and imports the others', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const bad = '示例违法测试词有限公司';
    const { importId, version } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A), rowOf(bad)] }));
    expect(await staff.change('roster.commit', { importId, version })).toMatchObject({
      state: 'done',
      added: 1,
      leftCount: 1,
    });
    expect((await cloud.find('units', {})).map(({ name }) => name)).toEqual([A]);
    expect(await cloud.find('imports', {})).toMatchObject([
      { left: [{ name: bad, reason: '有文字没有通过微信内容安全检查，没有导入' }] },
    ]);
  });

  it('does not overwrite what was changed since, nor add a name that was taken since', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const old = await makeUnit({ name: B, region: '榆林', nature: 'private', stateLevel: null });
    const { importId, version } = await planned(staff, bookOf({ 名册: [HEADERS, rowOf(A), rowOf(B)] }));
    await makeUnit({ name: A });
    const seen = await staff.ask('unit.get', { unitId: old._id });
    await staff.change('unit.save', { ...seen, unitId: old._id, region: '铜川', contacts: [] });
    const done = await committed(staff, importId, version);
    expect(done).toMatchObject({ added: 0, changed: 0, leftCount: 2 });
    expect(done.left.map(({ reason }) => reason).join()).toMatch(/同名单位.*没有覆盖|没有覆盖.*同名单位/);
    expect(await unitNamed(B)).toMatchObject({ region: '铜川' });
    expect(await cloud.find('units', { name: A })).toHaveLength(1);
  });

  it('killed at any point it resumes with no double and no loss', async () => {
    await makeOffice({ hosts });
    const staff = await makeStaff();
    const olds = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        makeUnit({ name: `示例旧矿${i}号有限公司`, region: '榆林', nature: 'private', stateLevel: null }),
      ),
    );
    const rows = [
      ...olds.map(({ name }) => rowOf(name)),
      ...Array.from({ length: 240 }, (_, i) => rowOf(`示例青岚煤业${i}号井`)),
    ];
    const { importId, version, counts } = await planned(staff, bookOf({ 名册: [HEADERS, ...rows] }));
    expect(counts).toMatchObject({ new: 240, changed: 60 });
    const kills = [
      'database.insertDocument',
      'database.modifyDocument',
      'database.getDocument',
      'database.modifyDocument',
      'database.insertDocument',
      'database.modifyDocument',
    ];
    let killed = 0;
    for (const [i, api] of kills.entries()) {
      await cloud.script({
        api,
        function: 'documents',
        skip: [1, 20, 3, 7, 0, 45][i] ?? 0,
        times: 1,
        fault: i % 2 ? 'kill-after' : 'kill-function',
      });
      await staff.change('roster.commit', { importId, version }).catch(() => (killed += 1));
    }
    expect(killed).toBeGreaterThanOrEqual(3);
    const done = await committed(staff, importId, version);
    expect(done).toMatchObject({ state: 'done', added: 240, changed: 60, leftCount: 0, done: 300 });
    expect(await cloud.find('units', { active: true })).toHaveLength(300);
    expect(await cloud.find('units', { region: '西安' })).toHaveLength(300);
    expect(await cloud.find('audits', { action: 'roster.commit', collection: 'units' })).toHaveLength(300);
  });
});
