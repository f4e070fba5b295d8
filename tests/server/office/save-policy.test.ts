import { presets } from '@contract/policy/presets';
import type { Policy } from '@contract/policy/schema';
import { roles, type Role } from '@contract/rules/rights';
import type { Unit } from '@server/stores/units';
import {
  cloud,
  later,
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

const shipped = presets['shaanxi-coal'];
const records: Policy['records'] = { vacantAlarmDays: 15, checkMonths: [3, 9], openDirectory: true };
const office = async () => (await cloud.find('offices', {}))[0];

describe('office.savePolicy', () => {
  it('turns a stranger away', async () => {
    const before = await makeOffice();
    expect(await stranger().fails('office.savePolicy', { changes: { records } })).toMatchObject({
      code: 'stranger',
    });
    expect(await office()).toEqual(before);
  });

  it.each<[object, string, string]>([
    [{}, 'changes', '没有要修改的制度内容'],
    [{ name: '' }, 'changes.name', '请填写制度名称'],
    [
      { records: { ...records, vacantAlarmDays: 0 } },
      'changes.records.vacantAlarmDays',
      '无联络员提醒（天）不能小于1',
    ],
    [{ records: { ...records, checkMonths: [13] } }, 'changes.records.checkMonths.0', '核对月份不能大于12'],
    [{ seats: { ...shipped.seats, deputy: 2 } }, 'changes.seats.deputy', 'B岗应为0人或1人'],
    [
      { seats: { ...shipped.seats, proxyDays: 400 } },
      'changes.seats.proxyDays',
      '临时代理最长天数不能大于366',
    ],
    [
      { filing: { ...shipped.filing, fields: ['name'] } },
      'changes.filing.fields',
      '登记项目至少要有单位全称、姓名、手机',
    ],
    [
      { filing: { ...shipped.filing, required: ['fax'] } },
      'changes.filing.required',
      '必填项目应在登记项目之内',
    ],
    [
      { filing: { ...shipped.filing, proof: 'licence' } },
      'changes.filing.fields',
      '要求单位证明时，登记项目应含这份证明',
    ],
    [
      { filing: { ...shipped.filing, number: '{year}-{n}' } },
      'changes.filing.number',
      '主办方不止一个时，备案号格式应含{short}',
    ],
    [{ classifications: ['moon'] }, 'changes.classifications.0', '会员分类不正确'],
  ])('names the field that is wrong in %j', async (changes, field, message) => {
    const before = await makeOffice();
    expect(await (await makeStaff()).fails('office.savePolicy', { changes })).toEqual({
      code: 'invalid',
      field,
      message,
    });
    expect(await office()).toEqual(before);
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('is for the right to edit the office only', async () => {
    const before = await makeOffice();
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const input = { changes: { records } };
    expect(await liaison.fails('office.savePolicy', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('office.savePolicy', input)).toMatchObject({ code: 'stranger' });
    for (const role of (Object.keys(roles) as Role[]).filter((one) => one !== 'admin'))
      expect(await (await makeStaff(role)).fails('office.savePolicy', input)).toMatchObject({
        code: 'forbidden',
      });
    expect(await office()).toEqual(before);
  });

  it('says so when there is no rulebook to edit yet', async () => {
    await makeOffice({ preset: null, hosts: [] });
    expect(await (await makeStaff()).fails('office.savePolicy', { changes: { records } })).toMatchObject({
      code: 'conflict',
    });
  });

  it('replaces the parts named, leaves the others as they are, and records it', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const id = requestId();
    expect(await staff.change('office.savePolicy', { changes: { records } }, id)).toEqual({ policyAt: NOW });
    const { hosts } = presets['shaanxi-coal'];
    expect(await office()).toMatchObject({
      policy: { ...shipped, records, hosts: [{ id: hosts[0]?.id }, { id: hosts[1]?.id }] },
    });
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        _id: id,
        action: 'office.savePolicy',
        collection: 'offices',
        subjectId: 'office',
        openid: staff.openid,
      },
    ]);
    expect((await requestsOf('office.savePolicy')).length).toBeLessThanOrEqual(5);

    const name = '本会联络员制度';
    await staff.change('office.savePolicy', { changes: { name }, seen: NOW });
    expect(await staff.ask('office.get', {})).toMatchObject({ policy: { name, records } });
  });

  it('writes nothing over what another has saved meanwhile', async () => {
    await makeOffice();
    const staff = await makeStaff();
    await staff.change('office.savePolicy', { changes: { records } });
    await cloud.clock.set(later(1).toISOString());
    for (const seen of [null, later(0.5).toISOString()])
      expect(await staff.fails('office.savePolicy', { changes: { name: '旧稿' }, seen })).toEqual({
        code: 'conflict',
        message: '制度设置刚被同事改过，请重新打开后再改',
      });
    expect(await office()).toMatchObject({ policy: { name: shipped.name, records } });
  });

  it('keeps the deputies’ seat while deputies sit, saying how many', async () => {
    await makeOffice({ preset: 'zhengzhou-it', hosts: presets['zhengzhou-it'].hosts });
    const { unit } = await makeSeatedUnit();
    const deputy = { ...unit.seats.main, kind: 'deputy' } as Unit['seats']['deputy'];
    await makeUnit({ seats: { main: null, deputy } });
    const staff = await makeStaff();
    const seats = { ...presets['zhengzhou-it'].seats, deputy: 0 as const };
    expect(await staff.fails('office.savePolicy', { changes: { seats } })).toEqual({
      code: 'conflict',
      field: 'changes.seats.deputy',
      message: '还有1家会员单位的副席位有人在任，请先办理离任，再取消副席位',
    });
    const renamed = { ...seats, deputy: 1 as const, names: { main: '正代表', deputy: '副代表' } };
    await staff.change('office.savePolicy', { changes: { seats: renamed } });
    expect(await office()).toMatchObject({ policy: { seats: renamed } });
  });

  it('takes deputies away where none sits', async () => {
    await makeOffice({ preset: 'zhengzhou-it', hosts: presets['zhengzhou-it'].hosts });
    await makeSeatedUnit();
    const seats = { ...presets['zhengzhou-it'].seats, deputy: 0 as const };
    await (await makeStaff()).change('office.savePolicy', { changes: { seats } });
    expect(await office()).toMatchObject({ policy: { seats: { deputy: 0 } } });
  });

  it('has one effect when sent twice, also after another edit', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const id = requestId();
    await staff.change('office.savePolicy', { changes: { records } }, id);
    await staff.change('office.savePolicy', { changes: { name: '后来的名称' }, seen: NOW });
    await staff.change('office.savePolicy', { changes: { records } }, id);
    expect(await office()).toMatchObject({ policy: { records, name: '后来的名称' } });
    expect(await cloud.find('audits', {})).toHaveLength(2);
  });
});
