import { makeOffice, makeSeatedUnit, makeStaff, makeUnit, requestsOf, stranger } from '../../support';
import { seated } from './papers';

describe('paper.list', () => {
  beforeEach(async () => void (await makeOffice()));

  it('is for staff who review', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('paper.list', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('paper.list', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('paper.list', {})).toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    const staff = await makeStaff();
    expect(await staff.fails('paper.list', { search: '长'.repeat(31) })).toEqual({
      code: 'invalid',
      field: 'search',
      message: '搜索最多30字',
    });
    expect(await staff.fails('paper.list', { cursor: 'x'.repeat(301) })).toMatchObject({ field: 'cursor' });
  });

  it('gives everybody on a seat in the order of the units, without the empty ones', async () => {
    const staff = await makeStaff('member');
    expect(await staff.ask('paper.list', {})).toEqual({ forms: [], next: null, total: 0 });
    const late = await seated({ unit: { sortKey: 'zz|2' } });
    const early = await seated({ unit: { sortKey: 'aa|1' } });
    await makeUnit({ sortKey: 'bb|3' });
    await seated({ unit: { sortKey: 'cc|4', active: false } });
    const found = await staff.ask('paper.list', {});
    expect(found).toMatchObject({ next: null, total: 3 });
    expect(found.forms).toEqual(
      [early, late].map(({ filing, unit }) => ({
        filingId: filing._id,
        unitName: unit.name,
        name: filing.form.name,
        numbers: filing.numbers,
      })),
    );
    expect(await requestsOf('paper.list')).toHaveLength(3);
  });

  it('pages by people: no one is missed or doubled, also where a unit has a main and a deputy', async () => {
    const staff = await makeStaff();
    const names: string[] = [];
    const { unit } = await makeSeatedUnit({ active: false });
    const { main } = unit.seats;
    if (!main) throw new Error('no seat');
    for (let i = 0; i < 60; i += 1) {
      const place = String(i).padStart(3, '0');
      const [first, second] = [`main-${place}`, `deputy-${place}`];
      const deputy = i % 2 === 1 ? { ...main, kind: 'deputy' as const, filingId: second } : null;
      await makeUnit({
        sortKey: `u${place}|x`,
        seats: { main: { ...main, filingId: first }, deputy },
      });
      names.push(first, ...(deputy ? [second] : []));
    }
    // The fiftieth is the main seat of a unit whose deputy starts the second page.
    expect(names.slice(49, 51).map((name) => name.split('-')[0])).toEqual(['main', 'deputy']);
    const first = await staff.ask('paper.list', {});
    const second = await staff.ask('paper.list', { cursor: first.next ?? '' });
    expect(first.forms).toHaveLength(50);
    expect(second.next).toBeNull();
    expect([...first.forms, ...second.forms].map(({ filingId }) => filingId)).toEqual(names);
  });

  it('finds by the name of the unit and then says no total', async () => {
    const staff = await makeStaff();
    const { unit } = await seated({ unit: { name: '东山矿业有限公司', grams: ['东', '东山'] } });
    await seated();
    const found = await staff.ask('paper.list', { search: '东山' });
    expect(found).toMatchObject({ total: null, next: null, forms: [{ unitName: unit.name }] });
  });
});
