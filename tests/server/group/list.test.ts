import type { Doc } from '@local-cloud';
import { cloud, makeStaff, requestsOf } from '../../support';
import { makeGroup, turnsAway } from './groups';

describe('group.list', () => {
  it('turns away strangers and liaisons; any staff may look', () => turnsAway('group.list', {}, 'read'));

  it('names the field that is wrong', async () => {
    const staff = await makeStaff('finance');
    for (const cursor of [7, 'x'.repeat(301)])
      expect(await staff.fails('group.list', { cursor })).toMatchObject({ code: 'invalid', field: 'cursor' });
  });

  it('shows groups by name without removed ones, in two requests', async () => {
    const staff = await makeStaff('editor');
    await makeGroup({ name: '榆林片区', sortKey: 'yu lin', purpose: '片区活动' });
    await makeGroup({
      name: '安全组',
      sortKey: 'an quan',
      wechat: { name: '安全群', how: '', qr: null },
      files: [{ _id: 'f', fileKey: 'k', name: '名单.xlsx', by: '', at: new Date() }],
    });
    await makeGroup({ active: false, slot: 'x' });
    expect(await staff.ask('group.list', {})).toMatchObject({
      groups: [
        { name: '安全组', wechatName: '安全群', files: 1, purpose: '' },
        { name: '榆林片区', wechatName: '', files: 0, purpose: '片区活动' },
      ],
      next: null,
    });
    expect(await requestsOf('group.list')).toHaveLength(2);
  });

  it('goes on page by page', async () => {
    const staff = await makeStaff('editor');
    const group = await makeGroup({ sortKey: 'a' });
    await cloud.insert(
      'groups',
      Array.from({ length: 60 }, (_, i) => {
        const n = String(i).padStart(2, '0');
        return { ...group, _id: `g-${n}`, name: `组${n}`, sortKey: `z ${n}` };
      }) as unknown as Doc[],
    );
    const first = await staff.ask('group.list', {});
    const second = await staff.ask('group.list', { cursor: first.next ?? '' });
    const ids = [...first.groups, ...second.groups].map(({ groupId }) => groupId);
    expect(new Set(ids).size).toBe(61);
    expect(second.next).toBeNull();
  });
});
