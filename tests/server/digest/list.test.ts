import { makeSeatedUnit, makeStaff, requestsOf, stranger } from '../../support';
import { items, makeDigest } from './world';

describe('digest.list', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('digest.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('digest.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('digest.list', {})).toEqual({ digests: [], next: null });
  });

  it('names the field that is wrong', async () => {
    expect(await (await makeStaff()).fails('digest.list', { cursor: 7 })).toEqual({
      code: 'invalid',
      field: 'cursor',
      message: '翻页位置不正确',
    });
  });

  it('shows each day once with what its parts counted, the latest first', async () => {
    const staff = await makeStaff();
    for (let i = 1; i <= 20; i += 1)
      await makeDigest({
        _id: `2026-11-${String(i).padStart(2, '0')}`,
        lines: [
          { key: 'overdue', count: i, items: items(1) },
          { key: 'checks', count: 2, items: items(2) },
          { key: 'vacant', count: 3, items: items(3) },
          { key: 'done', count: 99, items: items(1) },
          { key: 'left', count: 1, items: items(1) },
        ],
      });
    const first = await staff.ask('digest.list', {});
    expect(first.digests).toHaveLength(15);
    expect(first.digests[0]).toEqual({ day: '2026-11-20', due: 22, stuck: 3, changed: 1 });
    expect(await requestsOf('digest.list')).toHaveLength(2);
    const second = await staff.ask('digest.list', { ...(first.next && { cursor: first.next }) });
    expect(second.digests.map(({ day }) => day)).toEqual(
      ['05', '04', '03', '02', '01'].map((day) => `2026-11-${day}`),
    );
    expect(second.next).toBeNull();
  });
});
