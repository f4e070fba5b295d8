import { cloud, makePerson, makeSeatedUnit, makeStaff, NOW, requestsOf, stranger } from '../../support';
import { makeFormer } from './persons';

const row = (i: number, over: object = {}) => ({
  _id: `erasure-${String(i).padStart(3, '0')}`,
  openid: `openid-of-${i}`,
  name: `示例${i}`,
  units: ['示例一矿有限公司'],
  reason: '',
  state: 'waiting',
  slot: `openid-of-${i}`,
  submittedAt: new Date(Date.parse(NOW) + i),
  dueOn: '2026-12-14',
  note: '',
  decidedBy: '',
  decidedAt: null,
  consents: [],
  order: `2026-11-${String(i).padStart(3, '0')}`,
  requests: [],
  ...over,
});

describe('privacy.requests', () => {
  it('is for the right to decide', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('privacy.requests', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('privacy.requests', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makePerson()).fails('privacy.requests', {})).toMatchObject({ code: 'stranger' });
    for (const role of ['member', 'editor', 'meeting', 'finance'] as const)
      expect(await (await makeStaff(role)).fails('privacy.requests', {})).toMatchObject({
        code: 'forbidden',
      });
    expect(await (await makeStaff('admin')).ask('privacy.requests', {})).toEqual({
      requests: [],
      next: null,
    });
  });

  it.each([
    [{ over: 'yes' }, 'over', '已办结应为是或否'],
    [{ cursor: 7 }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('privacy.requests', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('says how long there is left, and what is late, to the day', async () => {
    const { person, unit } = await makeFormer();
    await person.change('privacy.requestErasure', { reason: '已离职' });
    const staff = await makeStaff('secretary-general');
    const one = async () => (await staff.ask('privacy.requests', {})).requests[0];
    expect(await one()).toMatchObject({
      name: '示例乙',
      units: [unit.name],
      reason: '已离职',
      dueOn: '2026-12-14',
      due: '剩15个工作日',
      late: false,
    });
    expect(JSON.stringify(await one())).not.toContain(person.openid);
    expect(await requestsOf('privacy.requests')).toHaveLength(2);
    await cloud.clock.set('2026-12-14T15:59:00.000Z');
    expect(await one()).toMatchObject({ due: '今日24:00截止', late: false });
    await cloud.clock.set('2026-12-15T01:00:00.000Z');
    expect(await one()).toMatchObject({ due: '已超期1天', late: true });
  });

  it('lists what waits from the oldest, what is over from the newest, page by page', async () => {
    await cloud.insert(
      'erasures',
      Array.from({ length: 25 }, (_, i) => row(i)),
    );
    await cloud.insert('erasures', [row(25, { state: 'erasing' })]);
    await cloud.insert(
      'erasures',
      (['agreed', 'refused', 'withdrawn'] as const).map((state, i) => row(30 + i, { state })),
    );
    const staff = await makeStaff();
    const first = await staff.ask('privacy.requests', {});
    const second = await staff.ask('privacy.requests', { cursor: first.next ?? '' });
    expect(second.next).toBeNull();
    expect([...first.requests, ...second.requests].map(({ name }) => name)).toEqual(
      Array.from({ length: 26 }, (_, i) => `示例${i}`),
    );
    const over = await staff.ask('privacy.requests', { over: true });
    expect(over.requests.map(({ name, due }) => [name, due])).toEqual([
      ['示例32', ''],
      ['示例31', ''],
      ['示例30', ''],
    ]);
  });
});
