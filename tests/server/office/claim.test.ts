import { collections } from '@config/database';
import {
  as,
  cloud,
  expectLog,
  later,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { officeCode } from './codes';

const WRONG = { code: 'invalid', field: 'code', message: '验证码不正确或已用过，请向管理员索取新的验证码' };

const staffRows = async () =>
  (await cloud.find('people', {}))
    .filter(({ staff }) => staff)
    .map(({ _id, staff, name }) => ({ _id, staff, name }));
const offices = () => cloud.find('offices', {});

async function nothingHappened() {
  expect(await staffRows()).toEqual([]);
  expect(await offices()).toEqual([]);
  expect(await cloud.find('audits', {})).toEqual([]);
}

describe('office.claim: what is wrong', () => {
  it.each([
    [{ name: '张三' }, 'code', '请填写一次性验证码'],
    [{ code: 1, name: '张三' }, 'code', '请填写一次性验证码'],
    [{ code: 'ABC', name: '张三' }, 'code', '验证码应为20位字母和数字'],
    [{ code: 'A'.repeat(5000), name: '张三' }, 'code', '验证码应为20位字母和数字'],
    [{ code: `${'A'.repeat(19)}1`, name: '张三' }, 'code', '验证码应为20位字母和数字'],
    [{ code: { $ne: '' }, name: '张三' }, 'code', '请填写一次性验证码'],
    [{ code: 'A'.repeat(20), name: ' ' }, 'name', '请填写您的姓名'],
    [{ code: 'A'.repeat(20), name: '长'.repeat(21) }, 'name', '您的姓名最多20字'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await stranger().fails('office.claim', input)).toEqual({ code: 'invalid', field, message });
    await nothingHappened();
  });

  it('wants a request id', async () => {
    const code = await officeCode();
    expect(await stranger().fails('office.claim', { code, name: '张三' }, 'short')).toMatchObject({
      code: 'invalid',
      field: 'requestId',
    });
    await nothingHappened();
  });

  it('does not know a guessed code', async () => {
    await officeCode();
    expect(await stranger().fails('office.claim', { code: 'ABCDEFGHIJKLMNOPQRST', name: '张三' })).toEqual(
      WRONG,
    );
    await nothingHappened();
  });

  it('says that a code has expired, to the very moment', async () => {
    const code = await officeCode('admin', { expiresAt: new Date(NOW) });
    expect(await stranger().fails('office.claim', { code, name: '张三' })).toEqual({
      code: 'expired',
      field: 'code',
      message: '验证码已过期，请向管理员索取新的验证码',
    });
    await nothingHappened();
    const fresh = await officeCode('admin', { expiresAt: new Date(Date.parse(NOW) + 1) });
    expect(await stranger().change('office.claim', { code: fresh, name: '张三' })).toMatchObject({
      first: true,
    });
  });

  it('takes a code once, from others and from the same person', async () => {
    const code = await officeCode();
    const [first, second] = [stranger(), stranger()];
    await first.change('office.claim', { code, name: '张三' });
    expect(await second.fails('office.claim', { code, name: '李四' })).toEqual(WRONG);
    expect(await first.fails('office.claim', { code, name: '王五' })).toEqual(WRONG);
    expect(await staffRows()).toEqual([
      { _id: first.openid, staff: { role: 'admin', name: '张三' }, name: '张三' },
    ]);
  });

  it('is not opened by somebody else with the request id of the one who used it', async () => {
    const code = await officeCode();
    const id = requestId();
    await stranger().change('office.claim', { code, name: '张三' }, id);
    const thief = stranger();
    expect(await thief.fails('office.claim', { code, name: '贼' }, id)).toEqual(WRONG);
    expect((await staffRows()).map(({ name }) => name)).toEqual(['张三']);
  });

  it('believes no openid in the payload', async () => {
    const code = await officeCode();
    const caller = stranger();
    await caller.call(
      'office.claim',
      { code, name: '张三', openid: 'openid-of-another', role: 'admin' },
      requestId(),
    );
    expect((await staffRows()).map(({ _id }) => _id)).toEqual([caller.openid]);
  });
});

describe('office.claim: what happens', () => {
  it('makes the office and its first staff member, and records it', async () => {
    const code = await officeCode('admin');
    const who = stranger();
    const id = requestId();
    expect(await who.change('office.claim', { code, name: ' 张三 ' }, id)).toEqual({
      role: 'admin',
      first: true,
    });
    expect(await offices()).toMatchObject([
      { _id: 'office', name: '', preset: null, hosts: [], createdAt: new Date(NOW) },
    ]);
    expect(await staffRows()).toEqual([
      { _id: who.openid, staff: { role: 'admin', name: '张三' }, name: '张三' },
    ]);
    expect(await cloud.find('claims', {})).toMatchObject([
      { usedAt: new Date(NOW), usedBy: `${who.openid} ${id}` },
    ]);
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'office.claim', collection: 'offices', subjectId: 'office', openid: who.openid },
    ]);
    expect(await who.ask('me.get', {})).toMatchObject({ person: { staff: { role: 'admin' } } });
    expect((await requestsOf('office.claim')).length).toBeLessThanOrEqual(8);
  });

  it.each<[string, (code: string) => string]>([
    ['groups with dashes', (code) => code.replace(/(.{5})(?!$)/g, '$1-')],
    ['spaces and a line break', (code) => ` ${code.replace(/(.{4})/g, '$1 ')}\n`],
    ['lower case', (code) => code.toLowerCase()],
  ])('takes the code with %s', async (_what, typed) => {
    const code = await officeCode();
    expect(await stranger().change('office.claim', { code: typed(code), name: '张三' })).toMatchObject({
      first: true,
    });
  });

  it('adds a staff member with the second code’s post and leaves the office as it is', async () => {
    const office = await makeOffice();
    const code = await officeCode('editor');
    const who = stranger();
    expect(await who.change('office.claim', { code, name: '李四' })).toEqual({
      role: 'editor',
      first: false,
    });
    expect(await offices()).toEqual([office]);
    expect(await staffRows()).toEqual([
      { _id: who.openid, staff: { role: 'editor', name: '李四' }, name: '李四' },
    ]);
    expect(
      await who.fails('office.setUp', { name: '甲', preset: 'shaanxi-coal', hosts: office.hosts }),
    ).toMatchObject({
      code: 'forbidden',
    });
  });

  it('lets a liaison be staff as well, the seat kept', async () => {
    await makeOffice();
    const { liaison, unit } = await makeSeatedUnit();
    await liaison.change('office.claim', { code: await officeCode('member'), name: '示例联络员' });
    expect(await liaison.ask('me.get', {})).toMatchObject({
      person: { seats: [{ unitId: unit._id }], staff: { role: 'member' } },
    });
  });

  it('gives one code to one of two people at the same moment', async () => {
    const code = await officeCode();
    const people = [stranger(), stranger()];
    const replies = await Promise.all(
      people.map((who, i) => who.call('office.claim', { code, name: `示例${i}` }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: WRONG }]);
    expect(await staffRows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('makes one office of two first codes at the same moment', async () => {
    const codes = [await officeCode('admin'), await officeCode('editor')];
    const replies = await Promise.all(
      codes.map((code) => stranger().change('office.claim', { code, name: '示例' })),
    );
    expect(replies.filter(({ first }) => first)).toHaveLength(1);
    expect(await offices()).toHaveLength(1);
    expect(await staffRows()).toHaveLength(2);
  });
});

describe('office.claim: again', () => {
  it('answers the same request the same, now and after the code has expired', async () => {
    const code = await officeCode();
    const who = stranger();
    const id = requestId();
    const input = { code, name: '张三' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => who.change('office.claim', input, id)));
    await cloud.clock.advance(3 * 86_400_000);
    answers.push(await who.change('office.claim', input, id));
    expect(answers).toEqual(Array.from({ length: 6 }, () => ({ role: 'admin', first: true })));
    expect(await staffRows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  const cuts = [
    ['database.modifyDocument', 0],
    ['database.insertDocument', 0],
    ['database.insertDocument', 1],
    ['database.modifyDocument', 1],
    ['database.insertDocument', 2],
  ] as const;
  it.each(
    cuts.flatMap(([api, skip]) =>
      (['kill-function', 'kill-after', 'drop-reply'] as const).map((f) => [api, skip, f] as const),
    ),
  )('is finished by its repeat when it dies at %s %i (%s)', async (api, skip, fault) => {
    expectLog(/office\.claim/); // of a reply that was lost
    const code = await officeCode();
    const who = stranger();
    const id = requestId();
    await cloud.script({ api, function: 'api', skip, times: 1, fault });
    await cloud.call(
      'api',
      { action: 'office.claim', input: { code, name: '张三' }, requestId: id },
      { openid: who.openid },
    );
    expect(await who.change('office.claim', { code, name: '张三' }, id)).toEqual({
      role: 'admin',
      first: true,
    });
    expect(await staffRows()).toMatchObject([{ _id: who.openid, staff: { role: 'admin', name: '张三' } }]);
    expect(await offices()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toMatchObject([{ _id: id }]);
    expect(await stranger().fails('office.claim', { code, name: '李四' })).toEqual(WRONG);
  });

  it('does not undo a later post when an old request arrives again', async () => {
    await makeOffice();
    const who = await makePerson({ name: '张三' });
    const [old, id] = [await officeCode('editor'), requestId()];
    await who.change('office.claim', { code: old, name: '张三' }, id);
    await who.change('office.claim', { code: await officeCode('admin'), name: '张三' });
    expect(await who.change('office.claim', { code: old, name: '张三' }, id)).toEqual({
      role: 'editor',
      first: false,
    });
    expect(await staffRows()).toMatchObject([{ staff: { role: 'admin' } }]);
  });
});

describe('office.claim: the code itself', () => {
  it('is stored nowhere, used or not, right or wrong, and in no log', async () => {
    const code = await officeCode();
    const guessed = 'ABCDEFGHIJKLMNOPQRST';
    const who = as('openid-first');
    await who.fails('office.claim', { code: guessed, name: '张三' });
    await who.change('office.claim', { code: code.toLowerCase(), name: '张三' });
    await cloud.clock.set(later(1).toISOString());
    const data = await Promise.all(collections.map(({ name }) => cloud.find(name, {})));
    const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs);
    const everything = JSON.stringify([data, logs]).toUpperCase();
    expect(everything).toContain('OPENID-FIRST');
    for (const text of [code, guessed]) expect(everything).not.toContain(text);
  });
});
