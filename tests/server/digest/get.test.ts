import { cloud, makeLiaison, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
import { items, makeDigest } from './world';

describe('digest.get', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('digest.get', {})).toMatchObject({ code: 'stranger' });
    expect(await former.fails('digest.get', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('digest.get', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('digest.get', {})).toEqual({
      digest: null,
      today: '2026-11-23',
      subscribed: false,
    });
  });

  it.each([
    [{ day: '今天' }, 'day', '日期应为存在的日期，如2026-11-21'],
    [{ day: '2026-02-30' }, 'day', '日期应为存在的日期，如2026-11-21'],
    [{ day: { $gt: '' } }, 'day', '请选择日期'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('digest.get', input)).toEqual({ code: 'invalid', field, message });
  });

  it('shows the latest, its lines in the order of the parts, five names of each', async () => {
    const staff = await makeStaff();
    await makeDigest({ _id: '2026-11-20', lines: [{ key: 'left', count: 1, items: items(1) }] });
    await makeDigest({
      lines: [
        { key: 'joined', count: 1, items: items(1) },
        { key: 'vacant', count: 7, items: items(7) },
        { key: 'overdue', count: 2, items: items(2, '通知') },
      ],
    });
    const { digest } = await staff.ask('digest.get', {});
    expect(digest).toMatchObject({ day: '2026-11-23', since: '2026-11-20T00:30:00.000Z' });
    expect(digest?.lines.map(({ key, count }) => [key, count])).toEqual([
      ['overdue', 2],
      ['vacant', 7],
      ['joined', 1],
    ]);
    expect(digest?.lines[1]?.names).toEqual([
      '示例单位0',
      '示例单位1',
      '示例单位2',
      '示例单位3',
      '示例单位4',
    ]);
    expect(await requestsOf('digest.get')).toHaveLength(2);
  });

  it('shows an earlier day, and null of a day without one', async () => {
    const staff = await makeStaff();
    await makeDigest({ _id: '2026-11-20', lines: [{ key: 'left', count: 1, items: items(1) }] });
    await makeDigest();
    expect((await staff.ask('digest.get', { day: '2026-11-20' })).digest).toMatchObject({
      day: '2026-11-20',
      lines: [{ key: 'left', count: 1, names: ['示例单位0'] }],
    });
    expect((await staff.ask('digest.get', { day: '2026-11-19' })).digest).toBeNull();
  });

  it('says whether the caller is sent a message', async () => {
    const staff = await makeStaff();
    await staff.change('digest.subscribe', { on: true });
    expect(await staff.ask('digest.get', {})).toMatchObject({ subscribed: true });
    expect(await (await makeStaff()).ask('digest.get', {})).toMatchObject({ subscribed: false });
    expect(await cloud.find('digests', {})).toEqual([]);
  });
});
