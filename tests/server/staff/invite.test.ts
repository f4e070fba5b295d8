import { collections } from '@config/database';
import { sha256 } from '@server/kit/hash';
import {
  cloud,
  expectLog,
  later,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

const claims = () => cloud.find('claims', {});
const open = async () => (await claims()).filter(({ usedAt, revokedAt }) => !usedAt && !revokedAt);
const bare = (code: string) => code.replace(/-/g, '');

describe('staff.invite', () => {
  it('is for the right to manage staff', async () => {
    const { liaison } = await makeSeatedUnit();
    const input = { role: 'editor' };
    expect(await stranger().fails('staff.invite', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('staff.invite', input)).toMatchObject({ code: 'forbidden' });
    for (const role of ['secretary-general', 'member', 'editor', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('staff.invite', input)).toMatchObject({ code: 'forbidden' });
    expect(await claims()).toEqual([]);
  });

  it.each([
    [{}, 'role', '请选择岗位'],
    [{ role: 'boss' }, 'role', '没有这个岗位'],
    [{ role: 'editor', name: '长'.repeat(21) }, 'name', '给谁用最多20字'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('staff.invite', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await claims()).toEqual([]);
  });

  it('gives a code that makes its bearer staff, once, within seven days', async () => {
    await makeOffice();
    const admin = await makeStaff('admin', '示例甲');
    const id = requestId();
    const reply = await admin.change('staff.invite', { role: 'editor', name: ' 示例新人 ' }, id);
    expect(reply).toMatchObject({ role: 'editor', expiresAt: later(7).toISOString() });
    expect(reply.code).toMatch(/^([A-Z2-7]{5}-){3}[A-Z2-7]{5}$/);
    expect(await claims()).toMatchObject([
      {
        _id: sha256(bare(reply.code)),
        role: 'editor',
        name: '示例新人',
        usedAt: null,
        revokedAt: null,
        expiresAt: later(7),
      },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'staff.invite', collection: 'claims', openid: admin.openid },
    ]);
    expect((await requestsOf('staff.invite')).length).toBeLessThanOrEqual(6);
    const who = stranger();
    expect(await who.change('office.claim', { code: reply.code, name: '示例新人' })).toMatchObject({
      role: 'editor',
    });
    expect(await stranger().fails('office.claim', { code: reply.code, name: '别人' })).toMatchObject({
      code: 'invalid',
    });
    expect((await admin.ask('staff.list', {})).staff).toHaveLength(2);
  });

  it('expires after seven days, to the very moment', async () => {
    await makeOffice();
    const { code } = await (await makeStaff()).change('staff.invite', { role: 'editor' });
    await cloud.clock.set(later(7).toISOString());
    expect(await stranger().fails('office.claim', { code, name: '迟到' })).toMatchObject({ code: 'expired' });
  });

  it('keeps the code nowhere, in no row and no log', async () => {
    const admin = await makeStaff();
    const { code } = await admin.change('staff.invite', { role: 'editor' });
    const data = await Promise.all(collections.map(({ name }) => cloud.find(name, {})));
    const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs);
    const everything = JSON.stringify([data, logs]);
    expect(everything).toContain(sha256(bare(code)));
    for (const text of [code, bare(code)]) expect(everything).not.toContain(text);
  });

  it('sent twice leaves one code that opens: the last one told', async () => {
    await makeOffice();
    const admin = await makeStaff();
    const id = requestId();
    const codes: string[] = [];
    for (let i = 0; i < 3; i += 1)
      codes.push((await admin.change('staff.invite', { role: 'editor' }, id)).code);
    expect(await open()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
    for (const lost of codes.slice(0, 2))
      expect(await stranger().fails('office.claim', { code: lost, name: '旧码' })).toMatchObject({
        field: 'code',
      });
    await stranger().change('office.claim', { code: codes[2] ?? '', name: '示例新人' });
    expect(await admin.fails('staff.invite', { role: 'editor' }, id)).toMatchObject({ code: 'closed' });
  });

  it('sent five times at once leaves one code that opens', async () => {
    const admin = await makeStaff();
    const id = requestId();
    const input = { role: 'editor', name: '' } as const;
    const replies = await Promise.all(Array.from({ length: 5 }, () => admin.call('staff.invite', input, id)));
    expect(replies.some(({ ok }) => ok)).toBe(true);
    const told = replies.flatMap((reply) => (reply.ok ? [sha256(bare(reply.data.code))] : []));
    expect(await open()).toHaveLength(1);
    expect(told).toContain((await open())[0]?._id);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('gives nobody a code by the request id of another', async () => {
    const [one, other] = [await makeStaff('admin', '示例甲'), await makeStaff('admin', '示例乙')];
    const id = requestId();
    await one.change('staff.invite', { role: 'editor' }, id);
    expect(await other.fails('staff.invite', { role: 'editor' }, id)).toMatchObject({ code: 'conflict' });
    expect(await one.fails('staff.invite', { role: 'admin' }, id)).toMatchObject({ code: 'conflict' });
    expect(await claims()).toHaveLength(1);
  });

  it.each(
    [0, 1].flatMap((skip) =>
      (['kill-function', 'kill-after', 'drop-reply'] as const).map((fault) => [skip, fault] as const),
    ),
  )('is finished by its repeat when it dies at write %i (%s)', async (skip, fault) => {
    expectLog(/staff\.invite/);
    const admin = await makeStaff();
    const id = requestId();
    await cloud.script({ api: 'database.insertDocument', function: 'api', skip, times: 1, fault });
    await admin.call('staff.invite', { role: 'editor' }, id).catch(() => 'died');
    const { code } = await admin.change('staff.invite', { role: 'editor' }, id);
    expect(await open()).toMatchObject([{ _id: sha256(bare(code)) }]);
    expect(await cloud.find('audits', {})).toMatchObject([{ _id: id, action: 'staff.invite' }]);
  });
});
