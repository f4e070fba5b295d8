import type { Input } from '@contract/index';
import { presets } from '@contract/policy/presets';
import {
  cloud,
  expectLog,
  makeOffice,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestId,
  stranger,
} from '../../support';
import { officeCode } from '../office/codes';
import { chamber, OURS } from '../paper/announcing';
import { seated } from '../paper/papers';

/** What staff type and others read goes through the content check as everybody's words do (decision D10). */

const BAD = '违法测试词';
const DOUBTFUL = '疑似测试词';
const risky = (field: string) => expect.objectContaining({ code: 'risky', field }) as object;
const queue = async () => (await cloud.find('checks', {})).map(({ about, excerpt }) => [about, excerpt]);

/** So many calls of the check fail: whoever asks it finds out. */
const fails = (times: number) =>
  cloud.script({ api: 'security.msgSecCheck', times, fault: { errCode: -1, errMsg: 'system error' } });

const unit: Input<'unit.save'> = {
  name: '示例青岚矿业有限公司',
  nature: 'private',
  address: '示例省示例市示例路1号',
  postCode: '710000',
  hosts: ['association'],
  region: '铜川',
  industry: '煤炭',
  post: 'ordinary',
};

describe('a unit', () => {
  beforeEach(async () => void (await makeOffice()));

  it.each<[Partial<typeof unit>, string]>([
    [{ name: `示例${BAD}公司` }, 'name'],
    [{ short: BAD }, 'short'],
    [{ address: `示例路${BAD}` }, 'address'],
    [{ website: BAD }, 'website'],
    [{ tags: ['重点', BAD] }, 'tags.1'],
    [{ contacts: [{ kind: 'finance', name: '示例甲', position: BAD }] }, 'contacts.0.position'],
  ])('is not saved with %j', async (over, field) => {
    const staff = await makeStaff('member');
    expect(await staff.fails('unit.save', { ...unit, ...over })).toEqual(risky(field));
    expect(await cloud.find('units', {})).toEqual([]);
  });

  it('is saved with doubtful words, which people look at; what stood there before is not asked again', async () => {
    const staff = await makeStaff('member');
    const { unitId } = await staff.change('unit.save', { ...unit, tags: [DOUBTFUL] });
    expect(await queue()).toEqual([['单位资料', DOUBTFUL]]);
    expectLog(/unit\.save/);
    await fails(1);
    const { unitId: same } = await staff.change('unit.save', { ...unit, tags: [DOUBTFUL], unitId });
    expect(same).toBe(unitId);
    const changed = { ...unit, tags: [DOUBTFUL], unitId, industry: '电力', region: '榆林' };
    expect(await staff.fails('unit.save', changed)).toMatchObject({ code: 'busy' });
    await staff.change('unit.save', changed);
  });

  it('does not leave for a reason, nor gets a paper by a name, that may not stand there', async () => {
    const staff = await makeStaff('member');
    const { _id: unitId } = await makeUnit();
    const leave = { unitId, on: '2026-11-20', reason: `因${BAD}退会` };
    expect(await staff.fails('unit.leave', leave)).toEqual(risky('reason'));
    const { _id: fileKey } = await makeUpload({ use: 'licence', owner: staff.openid });
    const paper = { unitId, kind: 'licence' as const, fileKey, name: `${BAD}.pdf` };
    expect(await staff.fails('unit.attach', paper)).toEqual(risky('name'));
    expect(await cloud.find('units', { active: true })).toHaveLength(1);
    expect(await cloud.find('attachments', {})).toEqual([]);
  });
});

describe('the office', () => {
  it('takes no name of a host, of itself, of staff or of an invitation', async () => {
    const before = await makeOffice();
    const admin = await makeStaff('admin');
    const [host] = before.hosts;
    const setUp = { name: before.name, preset: 'shaanxi-coal' as const, hosts: before.hosts };
    expect(await admin.fails('office.setUp', { ...setUp, name: BAD })).toEqual(risky('name'));
    const hosts = [...before.hosts.slice(1), { ...host, short: BAD }] as typeof before.hosts;
    expect(await admin.fails('office.setUp', { ...setUp, hosts })).toEqual(
      risky(`hosts.${hosts.length - 1}.short`),
    );
    expect(await admin.fails('staff.invite', { role: 'editor', name: BAD })).toEqual(risky('name'));
    const code = await officeCode('editor');
    expect(await stranger().fails('office.claim', { code, name: BAD })).toEqual(risky('name'));
    expect(await cloud.find('offices', {})).toEqual([before]);
    expect(await cloud.find('claims', {})).toMatchObject([{ usedAt: null }]);
    expect(await stranger().change('office.claim', { code, name: '示例乙' })).toMatchObject({
      role: 'editor',
    });
  });

  it('takes no word of a rulebook', async () => {
    const before = await makeOffice();
    const admin = await makeStaff('admin');
    const { seats } = presets['shaanxi-coal'];
    const changes = { seats: { ...seats, names: { ...seats.names, main: BAD } } };
    expect(await admin.fails('office.savePolicy', { changes })).toEqual(risky('changes.seats.names.main'));
    expect(await cloud.find('offices', {})).toEqual([before]);
  });

  it('publishes no list under a title', async () => {
    const staff = await chamber();
    await seated(OURS);
    const list = { hostIds: ['chamber'], until: NOW, title: `关于${BAD}的通知` };
    expect(await staff.fails('paper.announce', list)).toEqual(risky('title'));
    expect(await cloud.find('papers', {})).toEqual([]);
  });
});

it('asks nothing when a request is sent again', async () => {
  await makeOffice();
  const staff = await makeStaff('admin');
  const id = requestId();
  await staff.change('unit.save', unit, id);
  await fails(1);
  expect(await staff.change('unit.save', unit, id)).toEqual({ unitId: id });
});
