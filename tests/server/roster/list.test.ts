import { cloud, makeLiaison, makeOffice, makeStaff, makeUnit, stranger } from '../../support';
import { bookOf, HEADERS, rowOf, uploaded } from './books';

describe('roster.list', () => {
  it('is for staff who may import', async () => {
    expect(await stranger().fails('roster.list', {})).toMatchObject({ code: 'stranger' });
    const liaison = await makeLiaison(await makeUnit());
    expect(await liaison.fails('roster.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('meeting')).fails('roster.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('roster.list', { cursor: 7 })).toMatchObject({
      code: 'invalid',
      field: 'cursor',
    });
  });

  it('shows imports, the newest first, page by page', async () => {
    await makeOffice();
    const staff = await makeStaff();
    const fileKey = await uploaded(staff, bookOf({ 名册: [HEADERS, rowOf('示例甲矿业有限公司')] }));
    for (let i = 0; i < 22; i += 1) {
      await cloud.clock.advance(1000);
      await staff.change('roster.read', { fileKey });
    }
    const first = await staff.ask('roster.list', {});
    expect(first.imports).toHaveLength(20);
    const rest = await staff.ask('roster.list', { cursor: first.next ?? '' });
    expect(rest.imports).toHaveLength(2);
    expect(rest.next).toBeNull();
    const times = [...first.imports, ...rest.imports].map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });
});
