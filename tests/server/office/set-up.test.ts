import { presetIds } from '@contract/policy/preset-ids';
import { presets } from '@contract/policy/presets';
import { roles, type Role } from '@contract/rules/rights';
import type { Input } from '@contract/index';
import {
  cloud,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import type { Unit } from '@server/stores/units';
import { scannedBy } from '../notice/many';

type SetUp = Input<'office.setUp'>;

const host = (over: Partial<SetUp['hosts'][number]> = {}) => ({
  id: 'association',
  name: '示例省煤炭工业协会',
  short: '协会',
  accent: '#1F5FBF',
  ...over,
});
const settings = (over: Partial<SetUp> = {}): SetUp => ({
  name: '示例省煤炭工业协会',
  preset: 'shaanxi-coal',
  hosts: [host(), host({ id: 'society', name: '示例省煤炭学会', short: '学会', accent: '#1B7F4B' })],
  ...over,
});
const office = async () => (await cloud.find('offices', {}))[0];

describe('office.setUp', () => {
  it('turns a stranger away', async () => {
    const before = await makeOffice();
    expect(await stranger().fails('office.setUp', settings())).toMatchObject({ code: 'stranger' });
    expect(await office()).toEqual(before);
  });

  it.each([
    [{ name: '  ' }, 'name', '请填写协会名称'],
    [{ name: '长'.repeat(61) }, 'name', '协会名称最多60字'],
    [{ preset: 'beijing' }, 'preset', '请选择制度模板'],
    [{ preset: null }, 'preset', '请选择制度模板'],
    [{ hosts: {} }, 'hosts', '请填写主办方'],
    [{ hosts: [] }, 'hosts', '至少一个主办方'],
    [{ hosts: Array.from({ length: 5 }, (_, i) => host({ id: `h${i}` })) }, 'hosts', '主办方最多4个'],
    [{ hosts: [host({ id: '协会' })] }, 'hosts.0.id', '主办方不正确'],
    [{ hosts: [host({ name: '' })] }, 'hosts.0.name', '请填写主办方名称'],
    [{ hosts: [host(), host({ id: 'b', short: '长'.repeat(13) })] }, 'hosts.1.short', '主办方简称最多12字'],
    [{ hosts: [host({ accent: 'red' })] }, 'hosts.0.accent', '主题色应为#加6位'],
    [{ hosts: [host({ accent: '#12345;url(x)' })] }, 'hosts.0.accent', '主题色应为#加6位'],
    [{ hosts: [host(), host({ id: 'society' }), host()] }, 'hosts.2.id', '主办方重复'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const before = await makeOffice();
    expect(await (await makeStaff()).fails('office.setUp', { ...settings(), ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await office()).toEqual(before);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('wants a request id', async () => {
    expect(await (await makeStaff()).fails('office.setUp', settings(), '')).toMatchObject({
      field: 'requestId',
    });
  });

  it('is for the right to edit the office only', async () => {
    const before = await makeOffice();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await liaison.fails('office.setUp', settings())).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('office.setUp', settings())).toMatchObject({ code: 'stranger' });
    for (const role of (Object.keys(roles) as Role[]).filter((one) => one !== 'admin'))
      expect(await (await makeStaff(role)).fails('office.setUp', settings())).toMatchObject({
        code: 'forbidden',
      });
    expect(await office()).toEqual(before);
  });

  it('writes the settings as a whole, for everybody to see, and records it', async () => {
    await makeOffice({ name: '', preset: null, hosts: [] });
    const staff = await makeStaff('admin');
    const id = requestId();
    expect(await staff.change('office.setUp', settings(), id)).toEqual({ preset: 'shaanxi-coal' });
    expect(await office()).toMatchObject({ _id: 'office', ...settings() });
    expect(await staff.ask('office.get', {})).toMatchObject(settings());
    expect(await stranger().ask('me.get', {})).toMatchObject({
      office: { claimed: true, name: settings().name, hosts: settings().hosts },
    });
    expect(await cloud.find('audits', {})).toMatchObject([
      { _id: id, action: 'office.setUp', collection: 'offices', subjectId: 'office', openid: staff.openid },
    ]);
    expect((await requestsOf('office.setUp')).length).toBeLessThanOrEqual(4);
  });

  it.each([...presetIds])('takes rulebook %s with the hosts it begins with', async (preset) => {
    await makeOffice();
    const { hosts } = presets[preset];
    await (await makeStaff()).change('office.setUp', settings({ preset, hosts: [...hosts] }));
    expect(await office()).toMatchObject({ preset, hosts });
  });

  it('drops hosts that are no longer named, and what was not asked for', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const more = { ...settings({ hosts: [host()] }), createdAt: 'x', hosts: [{ ...host(), secret: 'x' }] };
    await staff.change('office.setUp', more);
    expect(JSON.stringify(await office())).not.toContain('secret');
    expect((await office())?.hosts).toEqual([host()]);
    expect((await office())?.createdAt).toBeInstanceOf(Date);
  });

  it('keeps a host active units still belong to, saying how many', async () => {
    const before = await makeOffice();
    const staff = await makeStaff();
    for (const hosts of [['society'], ['association', 'society'], ['association']]) await makeUnit({ hosts });
    await makeUnit({ hosts: ['society'], active: false });
    expect(await staff.fails('office.setUp', settings({ hosts: [host()] }))).toEqual({
      code: 'conflict',
      field: 'hosts',
      message: '还有2家会员单位属于“示例市煤炭学会”，不能去掉这个主办方',
    });
    expect(await office()).toEqual(before);
    expect(await cloud.find('audits', {})).toEqual([]);
    await staff.change('office.setUp', settings());
    expect((await requestsOf('office.setUp')).length).toBeLessThanOrEqual(4);
  });

  it('drops a host only units off the rolls belonged to, reading no unit of another host', async () => {
    await makeOffice();
    const staff = await makeStaff();
    for (let i = 0; i < 20; i += 1) await makeUnit();
    await makeUnit({ hosts: ['society'], active: false });
    await staff.change('office.setUp', settings({ hosts: [host()] }));
    expect((await office())?.hosts).toEqual([host()]);
    expect(await scannedBy('office.setUp')).toBeLessThan(10);
  });

  it('keeps what was edited of the same rulebook, and begins another as shipped', async () => {
    const shipped = presets['shaanxi-coal'];
    await makeOffice({ policy: { ...shipped, name: '本会制度' }, policyAt: new Date(NOW) });
    const staff = await makeStaff();
    await staff.change('office.setUp', settings());
    expect(await staff.ask('office.get', {})).toMatchObject({
      policy: { name: '本会制度' },
      policyAt: NOW,
    });
    await staff.change('office.setUp', settings({ preset: 'chengdu-machinery' }));
    expect(await staff.ask('office.get', {})).toMatchObject({
      policy: { id: 'chengdu-machinery', name: '会员企业联络员工作制度' },
      policyAt: null,
    });
  });

  it('refuses a second host when the filing number would not tell them apart', async () => {
    const shipped = presets['shaanxi-coal'];
    const filing = { ...shipped.filing, number: '备〔{year}〕{n}号' };
    await makeOffice({ policy: { ...shipped, filing }, hosts: [host()] });
    expect(await (await makeStaff()).fails('office.setUp', settings())).toEqual({
      code: 'invalid',
      field: 'preset',
      message: '主办方不止一个时，备案号格式应含{short}',
    });
  });

  it('takes no rulebook without deputies while some sit, saying how many', async () => {
    await makeOffice({ preset: 'zhengzhou-it' });
    const { unit } = await makeSeatedUnit();
    const deputy = { ...unit.seats.main, kind: 'deputy' } as Unit['seats']['deputy'];
    for (let i = 0; i < 2; i += 1) await makeUnit({ seats: { main: null, deputy } });
    await makeUnit({ seats: { main: null, deputy }, active: false });
    const staff = await makeStaff();
    expect(await staff.fails('office.setUp', settings())).toEqual({
      code: 'conflict',
      field: 'preset',
      message: '还有2家会员单位的副席位有人在任，请先办理离任，再取消副席位',
    });
    expect(await office()).toMatchObject({ preset: 'zhengzhou-it' });
    await staff.change('office.setUp', settings({ preset: 'zhengzhou-it' }));
  });

  it('has one effect when sent twice', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const id = requestId();
    const first = await staff.change('office.setUp', settings(), id);
    expect(await staff.change('office.setUp', settings(), id)).toEqual(first);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('leaves notices already published under the host’s old name', async () => {
    await makeOffice();
    const staff = await makeStaff();
    await makeUnit();
    const { noticeId } = await staff.change('notice.publish', {
      title: '通知',
      hostId: 'association',
      body: [{ type: 'paragraph', runs: [{ text: '好' }] }],
      dueAt: '2026-11-30T09:00:00.000Z',
      audience: { kind: 'all' },
    });
    await staff.change('office.setUp', settings());
    expect(await staff.ask('notice.get', { noticeId })).toMatchObject({ hostName: '示例市煤炭工业协会' });
  });
});
