import type { Doc } from '@local-cloud';
import { cloud, makeStaff, makeUnit, makeUpload, NOW, requestId, requestsOf } from '../../support';
import { makeGroup, rule, turnsAway } from './groups';

const sent = { name: '榆林片区', members: { regions: ['榆林'] } };
const rows = () => cloud.find('groups', {});

describe('group.save', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    await turnsAway('group.save', sent);
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ name: ' ' }, 'name', '请填写组名'],
    [{ name: '字'.repeat(21) }, 'name', '组名最多20字'],
    [{ purpose: '字'.repeat(201) }, 'purpose', '用途最多200字'],
    [{ members: {} }, 'members', '请至少选择一项条件或一家单位'],
    [{ members: { except: ['unit-1'] } }, 'members', '请至少选择一项条件或一家单位'],
    [{ members: { posts: ['emperor'] } }, 'members.posts.0', '协会职务不正确'],
    [{ members: { unitIds: ['a b'] } }, 'members.unitIds.0', '单位不正确'],
    [{ leaderId: { $ne: 1 } }, 'leaderId', '缺少组长单位'],
    [{ wechat: { name: '字'.repeat(31) } }, 'wechat.name', '微信群名称最多30字'],
    [{ wechat: { how: '字'.repeat(201) } }, 'wechat.how', '进群方式最多200字'],
    [{ seen: 'yesterday' }, 'seen', '修改时间应为日期时间'],
  ])('names the field that is wrong in %j', async (wrong, field, message) => {
    const staff = await makeStaff('member');
    expect(await staff.fails('group.save', { ...sent, ...wrong })).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it.each(['member', 'editor', 'meeting', 'secretary-general', 'admin'] as const)(
    'keeps a new group for staff who keep units or write to them: %s',
    async (role) => {
      const staff = await makeStaff(role);
      const unit = await makeUnit({ region: '榆林' });
      const qr = await makeUpload({ owner: staff.openid });
      const id = requestId();
      const whole = {
        ...sent,
        purpose: '片区活动',
        leaderId: unit._id,
        wechat: { name: '榆林联络群', how: '扫码或由组长邀请', qrKey: qr._id },
      };
      expect(await staff.change('group.save', whole, id)).toEqual({ groupId: id });
      expect(await rows()).toMatchObject([
        {
          _id: id,
          name: '榆林片区',
          purpose: '片区活动',
          members: rule({ regions: ['榆林'] }),
          leaderId: unit._id,
          wechat: { name: '榆林联络群', how: '扫码或由组长邀请', qr: { fileKey: qr._id, at: new Date(NOW) } },
          check: 'pass',
          active: true,
        },
      ]);
      expect(await cloud.find('audits', {})).toMatchObject([
        { _id: id, action: 'group.save', collection: 'groups', subjectId: id },
      ]);
      expect((await requestsOf('group.save')).length).toBeLessThanOrEqual(7);
    },
  );

  it('has names of its own: another of that name is refused, a removed one is not in the way', async () => {
    const staff = await makeStaff('editor');
    await makeGroup({ name: '榆林片区' });
    expect(await staff.fails('group.save', sent)).toEqual({
      code: 'conflict',
      field: 'name',
      message: '已有同名的联络组，请换一个名称',
    });
    const other = await makeGroup();
    const seen = other.updatedAt.toISOString();
    expect(await staff.fails('group.save', { ...sent, groupId: other._id, seen })).toMatchObject({
      code: 'conflict',
      field: 'name',
    });
    await makeGroup({ name: '西安片区', active: false, slot: 'x' });
    await staff.change('group.save', { ...sent, name: '西安片区' });
  });

  it('wants a leader who is a member of the group', async () => {
    const staff = await makeStaff('editor');
    const [outside, left] = [await makeUnit(), await makeUnit({ region: '榆林', active: false })];
    expect(await staff.fails('group.save', { ...sent, leaderId: outside._id })).toMatchObject({
      code: 'invalid',
      field: 'leaderId',
    });
    for (const leaderId of [left._id, 'unit-none'])
      expect(await staff.fails('group.save', { ...sent, leaderId })).toMatchObject({
        code: 'missing',
        field: 'leaderId',
      });
  });

  it.each([
    ['not uploaded', { fileId: null }],
    ['of somebody else', { owner: 'openid-other' }],
    ['for another use', { use: 'photo' as const }],
  ])('takes no QR picture that is %s', async (_name, over) => {
    const staff = await makeStaff('editor');
    const upload = await makeUpload({ owner: staff.openid, ...over });
    expect(await staff.fails('group.save', { ...sent, wechat: { qrKey: upload._id } })).toEqual({
      code: 'invalid',
      field: 'wechat.qrKey',
      message: '群二维码没有上传成功，请重新上传',
    });
    expect(await rows()).toEqual([]);
  });

  it('lets the content check stop words, naming the field, and keeps what people must look at', async () => {
    const staff = await makeStaff('editor');
    const risky: [object, string][] = [
      [{ name: '赌博' }, 'name'],
      [{ purpose: '违法测试词' }, 'purpose'],
      [{ wechat: { name: '赌博群' } }, 'wechat.name'],
      [{ wechat: { how: '代开发票' } }, 'wechat.how'],
    ];
    for (const [over, field] of risky)
      expect(await staff.fails('group.save', { ...sent, ...over })).toMatchObject({ code: 'risky', field });
    expect(await rows()).toEqual([]);
    await staff.change('group.save', { ...sent, purpose: '疑似测试词' });
    expect(await rows()).toMatchObject([{ check: 'review' }]);
  });

  it('changes a group that is still as its editor saw it; the QR picture keeps its day', async () => {
    const staff = await makeStaff('member');
    const qr = { fileKey: 'upload-of-another', at: new Date('2026-11-20T00:00:00.000Z') };
    const group = await makeGroup({ wechat: { name: '老群', how: '', qr } });
    const seen = group.updatedAt.toISOString();
    const edit = { ...sent, groupId: group._id, wechat: { name: '新群', qrKey: qr.fileKey } };
    expect(await staff.fails('group.save', edit)).toMatchObject({ code: 'conflict' });
    await cloud.clock.advance(60_000);
    const id = requestId();
    expect(await staff.change('group.save', { ...edit, seen }, id)).toEqual({ groupId: group._id });
    expect(await rows()).toMatchObject([{ name: '榆林片区', wechat: { name: '新群', qr }, files: [] }]);
    expect(await staff.fails('group.save', { ...edit, seen, name: '晚到的' })).toMatchObject({
      code: 'conflict',
    });
    expect(await staff.change('group.save', { ...edit, seen }, id)).toEqual({ groupId: group._id });
    expect(await cloud.find('audits', {})).toHaveLength(1);
    const gone = await makeGroup({ active: false, slot: 'gone' });
    expect(await staff.fails('group.save', { ...edit, seen, groupId: gone._id })).toMatchObject({
      code: 'missing',
    });
  });

  it('has one effect when sent twice', async () => {
    const staff = await makeStaff('editor');
    const id = requestId();
    for (let i = 0; i < 2; i += 1)
      expect(await staff.change('group.save', sent, id)).toEqual({ groupId: id });
    await Promise.all([1, 2].map(() => staff.change('group.save', sent, id)));
    expect(await rows()).toHaveLength(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('says so when there are too many', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup();
    await cloud.insert(
      'groups',
      Array.from({ length: 199 }, (_, i) => ({
        ...group,
        _id: `g-${i}`,
        name: `组${i}`,
        sortKey: `z ${i}`,
      })) as unknown as Doc[],
    );
    expect(await staff.fails('group.save', sent)).toMatchObject({ code: 'conflict' });
  });
});
