import {
  later,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestsOf,
  stranger,
} from '../../support';
import { manyReceipts, manyUnits } from '../notice/many';

const running = { running: true, settled: false };

describe('digest.stuck', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { liaison } = await makeSeatedUnit();
    expect(await stranger().fails('digest.stuck', {})).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('digest.stuck', {})).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).ask('digest.stuck', {})).toEqual({
      count: 0,
      units: [],
      next: null,
    });
  });

  it.each([
    [{ show: 'everybody' }, 'show', '没有这个分类'],
    [{ cursor: 5 }, 'cursor', '翻页位置不正确'],
  ])('names the field that is wrong in %j', async (input, field, message) => {
    expect(await (await makeStaff()).fails('digest.stuck', input)).toEqual({
      code: 'invalid',
      field,
      message,
    });
  });

  it('shows who owes two running notices or more, with what and until when', async () => {
    const staff = await makeStaff();
    const { unit } = await makeSeatedUnit();
    const [once, gone] = [await makeUnit(), await makeUnit({ active: false })];
    const late = await makeNotice({ ...running, title: '关于甲的通知', dueAt: later(-1) });
    const soon = await makeNotice({ ...running, title: '关于乙的通知', dueAt: later(3) });
    const over = await makeNotice({ running: false, settled: false, dueAt: later(-200) });
    for (const notice of [late, soon, over]) await makeReceipt(notice, unit);
    for (const notice of [late, soon]) await makeReceipt(notice, gone);
    await makeReceipt(late, once);
    await makeReceipt(soon, once, { state: 'confirmed', done: true });
    const { count, units } = await staff.ask('digest.stuck', {});
    expect(count).toBe(1);
    expect(units).toEqual([
      {
        unitId: unit._id,
        unitName: unit.name,
        region: '西安',
        liaison: { name: '示例联络员', phone: '199****1234' },
        n: 2,
        owes: [
          { noticeId: late._id, title: '关于甲的通知', dueText: '已超期1天' },
          { noticeId: soon._id, title: '关于乙的通知', dueText: '剩3个工作日' },
        ],
      },
    ]);
  });

  it('shows who owes something and is reached by no push', async () => {
    const staff = await makeStaff();
    const notice = await makeNotice(running);
    const { unit: told, liaison } = await makeSeatedUnit();
    await liaison.change('outbox.accept', { messages: ['todo'] });
    const { unit: silent } = await makeSeatedUnit();
    const empty = await makeUnit();
    for (const unit of [told, silent, empty]) await makeReceipt(notice, unit);
    const { count, units } = await staff.ask('digest.stuck', { show: 'unreachable' });
    expect(count).toBe(2);
    expect(units.map(({ unitId }) => unitId).sort()).toEqual([silent._id, empty._id].sort());
    expect(units.find(({ unitId }) => unitId === empty._id)?.liaison).toBeNull();
  });

  it('pages, each unit once, those that owe most first, in six requests', async () => {
    const staff = await makeStaff();
    const all = await manyUnits(50, (i) => ({ regionPlace: `xi an 西安 #${String(i).padStart(4, '0')}` }));
    for (const share of [50, 50, 30]) await manyReceipts(await makeNotice(running), all.slice(0, share));
    const seen: { unitId: string; owes: number }[] = [];
    let cursor: string | undefined;
    do {
      const page = await staff.ask('digest.stuck', { ...(cursor && { cursor }) });
      expect(page.count).toBe(50);
      expect((await requestsOf('digest.stuck')).length).toBeLessThanOrEqual(6);
      seen.push(...page.units.map(({ unitId, owes }) => ({ unitId, owes: owes.length })));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ unitId }) => unitId)).size).toBe(50);
    expect(seen.map(({ owes }) => owes)).toEqual([
      ...Array<number>(30).fill(3),
      ...Array<number>(20).fill(2),
    ]);
  });

  it('says exactly how many each owes, also where twenty owe more than a reply of the database holds', async () => {
    const staff = await makeStaff();
    const all = await manyUnits(20, (i) => ({ regionPlace: `xi an 西安 #${String(i).padStart(4, '0')}` }));
    for (let i = 0; i < 60; i += 1)
      await manyReceipts(await makeNotice({ ...running, dueAt: later(60 - i) }), all);
    const { count, units } = await staff.ask('digest.stuck', {});
    expect([count, units.length]).toEqual([20, 20]);
    for (const { n, owes } of units)
      expect([n, owes.length, owes[0]?.dueText]).toEqual([60, 50, '明日09:00截止']);
    expect((await requestsOf('digest.stuck')).length).toBeLessThanOrEqual(7);
  });

  it('counts every unit, also where more owe than a reply of the database holds', async () => {
    const staff = await makeStaff();
    const all = await manyUnits(2500, (i) => ({ regionPlace: `xi an 西安 #${String(i).padStart(5, '0')}` }));
    await manyReceipts(await makeNotice(running), all);
    await manyReceipts(await makeNotice(running), all.slice(0, 1500));
    const { count, units } = await staff.ask('digest.stuck', {});
    expect([count, units.length, units[0]?.n]).toEqual([1500, 20, 2]);
    expect((await staff.ask('digest.stuck', { show: 'unreachable' })).count).toBe(2500);
    expect((await requestsOf('digest.stuck')).length).toBeLessThanOrEqual(10);
  });
});
