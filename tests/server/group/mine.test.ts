import { presets } from '@contract/policy/presets';
import {
  cloud,
  later,
  makeLiaison,
  makeOffice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { makeGroup, makeJoin, rule } from './groups';

const closed = { ...presets['shaanxi-coal'] };

describe('group.mine', () => {
  it('is for who acts for the unit: no stranger, no former liaison, nobody of another unit, no staff', async () => {
    await makeOffice();
    const { unit } = await makeSeatedUnit();
    const { liaison: other } = await makeSeatedUnit();
    const former = await makeLiaison(unit, { seats: [] });
    const input = { unitId: unit._id };
    expect(await stranger().fails('group.mine', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('group.mine', input)).toMatchObject({ code: 'stranger' });
    expect(await other.fails('group.mine', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('group.mine', input)).toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    const { liaison } = await makeSeatedUnit();
    for (const unitId of [undefined, 7, 'a b'])
      expect(await liaison.fails('group.mine', { unitId })).toMatchObject({
        code: 'invalid',
        field: 'unitId',
      });
  });

  it.each([true, false])(
    'tells the unit’s groups, the leader’s number as the directory does: open %s',
    async (open) => {
      const policy = { ...closed, records: { ...closed.records, openDirectory: open } };
      await makeOffice({ policy });
      const { unit, liaison } = await makeSeatedUnit({ region: '榆林' });
      const { unit: leader } = await makeSeatedUnit({ region: '榆林', name: '示例组长矿业' });
      const file = await makeUpload({ use: 'attachment' });
      const group = await makeGroup({
        name: '榆林片区',
        purpose: '片区活动',
        members: rule({ regions: ['榆林'] }),
        leaderId: leader._id,
        wechat: { name: '榆林群', how: '请组长邀请', qr: { fileKey: 'lost', at: new Date(NOW) } },
        files: [{ _id: 'file-1', fileKey: file._id, name: '名单.xlsx', by: '示例秘书', at: new Date(NOW) }],
      });
      await makeGroup({ members: rule({ regions: ['汉中'] }) });
      await makeGroup({ members: rule({ regions: ['榆林'], except: [unit._id] }) });
      await makeGroup({ members: rule({ regions: ['榆林'] }), active: false, slot: 'x' });
      const shown = {
        groupId: group._id,
        name: '榆林片区',
        purpose: '片区活动',
        leader: {
          unitId: leader._id,
          unitName: '示例组长矿业',
          person: { name: '示例联络员', phone: open ? '19900001234' : '199****1234', key: null },
        },
        wechat: { name: '榆林群', how: '请组长邀请', qr: { url: null, at: NOW, expired: false } },
        joined: false,
        files: [{ fileId: 'file-1', name: '名单.xlsx', url: expect.anything() }],
      };
      const { groups } = await liaison.ask('group.mine', { unitId: unit._id });
      expect(groups).toMatchObject([{ ...shown, files: [{ fileId: 'file-1', name: '名单.xlsx' }] }]);
      expect(JSON.stringify(groups)).not.toContain('示例秘书');
      expect((await requestsOf('group.mine')).length).toBeLessThanOrEqual(7);
      await makeJoin(group, unit);
      expect(await liaison.ask('group.mine', { unitId: unit._id })).toMatchObject({
        groups: [{ joined: true }],
      });
    },
  );

  it('a stand-in sees the groups, numbers masked', async () => {
    await makeOffice({ policy: { ...closed, records: { ...closed.records, openDirectory: true } } });
    const { unit } = await makeSeatedUnit({ region: '榆林' });
    await makeGroup({ members: rule({ regions: ['榆林'] }), leaderId: unit._id });
    const day = (days: number) => later(days).toISOString().slice(0, 10);
    const proxy = {
      proxyId: 'proxy-1',
      filingId: unit.seats.main?.filingId ?? '',
      unitId: unit._id,
      unitName: unit.name,
      scopes: ['notice' as const],
      from: day(-1),
      to: day(1),
    };
    const standIn = await makeLiaison(unit, { seats: [], proxies: [proxy] });
    expect(await standIn.ask('group.mine', { unitId: unit._id })).toMatchObject({
      groups: [{ leader: { person: { phone: '199****1234' } } }],
    });
  });

  it('is empty for a unit of no group; a unit that left has none', async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    expect(await liaison.ask('group.mine', { unitId: unit._id })).toEqual({ groups: [] });
    expect(await cloud.find('audits', {})).toEqual([]);
    const left = await makeUnit({ active: false });
    const late = await makeLiaison(left);
    expect(await late.fails('group.mine', { unitId: left._id })).toMatchObject({ code: 'missing' });
  });
});
