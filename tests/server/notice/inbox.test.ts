import {
  later,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestsOf,
  stranger,
} from '../../support';
import { manyNotices, scannedBy } from './many';

describe('notice.inbox', () => {
  it('turns a stranger and a former liaison away', async () => {
    const unit = await makeUnit();
    const former = await makeLiaison(unit, { seats: [] });
    for (const who of [stranger(), former])
      expect(await who.fails('notice.inbox', { unitId: unit._id })).toMatchObject({ code: 'stranger' });
  });

  it.each([
    [{}, 'unitId'],
    [{ unitId: ['a'] }, 'unitId'],
    [{ unitId: '../x' }, 'unitId'],
    [{ unitId: 'unit-x', cursor: 1 }, 'cursor'],
    [{ unitId: 'unit-x', show: 'mine' }, 'show'],
    [{ unitId: 'unit-x', search: 'x'.repeat(31) }, 'search'],
    [{ unitId: 'unit-x', search: { $gt: '' } }, 'search'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const { liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.inbox', input)).toMatchObject({ code: 'invalid', field });
  });

  it('is for the unit’s own seats, not for another unit’s liaison or staff', async () => {
    const { unit } = await makeSeatedUnit();
    const { liaison: other } = await makeSeatedUnit();
    expect(await other.fails('notice.inbox', { unitId: unit._id })).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff()).fails('notice.inbox', { unitId: unit._id })).toMatchObject({
      code: 'forbidden',
    });
  });

  it('is empty for a unit nothing was sent to', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    await makeReceipt(await makeNotice(), await makeUnit());
    expect(await liaison.ask('notice.inbox', { unitId: unit._id })).toEqual({ notices: [], next: null });
  });

  it.each(['x', 'w', 'w|soon', '2026-11-23T01:00:00.000Z_notice-1'])(
    'does not take %s for a place in the list',
    async (cursor) => {
      const { unit, liaison } = await makeSeatedUnit();
      expect(await liaison.fails('notice.inbox', { unitId: unit._id, cursor })).toMatchObject({
        code: 'invalid',
        field: 'cursor',
      });
    },
  );

  it('shows what waits before the rest, with whose turn it is; both seats see the same', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const deputy = await makeLiaison(unit, { name: '示例副联络员' });
    const older = await makeNotice({ title: '旧通知', order: '2026-11-20T00:00:00.000Z_a' });
    const newer = await makeNotice({ title: '新通知' });
    await makeReceipt(older, unit, { state: 'confirmed', done: true });
    await makeReceipt(newer, unit);
    const { notices, next } = await liaison.ask('notice.inbox', { unitId: unit._id });
    expect(next).toBeNull();
    expect(notices).toEqual([
      {
        noticeId: newer._id,
        title: '新通知',
        number: null,
        hostName: '示例市煤炭工业协会',
        publishedAt: NOW,
        dueText: '剩3个工作日',
        ask: 'confirm',
        state: 'waiting',
        waiting: true,
        closed: null,
        turn: '等您：确认收到，剩3个工作日',
      },
      expect.objectContaining({ noticeId: older._id, state: 'confirmed', turn: '已确认，您无需操作' }),
    ]);
    expect((await deputy.ask('notice.inbox', { unitId: unit._id })).notices).toEqual(notices);
  });

  it('keeps two units of one person apart', async () => {
    const [one, two] = [await makeUnit(), await makeUnit()];
    const since = new Date(NOW);
    const both = await makeLiaison(one, {
      seats: [one, two].map(({ _id, name }) => ({ unitId: _id, unitName: name, kind: 'main', since })),
    });
    const notice = await makeNotice();
    await makeReceipt(notice, two);
    expect((await both.ask('notice.inbox', { unitId: one._id })).notices).toEqual([]);
    expect((await both.ask('notice.inbox', { unitId: two._id })).notices).toHaveLength(1);
  });

  it('orders what waits by what is due first, the rest by what is newest, and shows either alone', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const ask = async (show?: 'waiting' | 'rest') => {
      const { notices } = await liaison.ask('notice.inbox', { unitId: unit._id, ...(show && { show }) });
      return notices.map(({ title, waiting }) => `${title}${waiting ? '!' : ''}`);
    };
    const sent = async (title: string, day: number, dueIn: number, done = false) =>
      makeReceipt(
        await makeNotice({ title, order: `2026-11-${day}T00:00:00.000Z_${title}`, dueAt: later(dueIn) }),
        unit,
        { done, ...(done && { state: 'confirmed' as const }) },
      );
    await sent('后天', 22, 2);
    await sent('早办完', 10, 1, true);
    await sent('已超期', 11, -1);
    await sent('新办完', 21, 9, true);
    await sent('明天', 12, 1);
    expect(await ask('waiting')).toEqual(['已超期!', '明天!', '后天!']);
    expect(await ask('rest')).toEqual(['新办完', '早办完']);
    expect(await ask()).toEqual(['已超期!', '明天!', '后天!', '新办完', '早办完']);
  });

  it.each([
    [10, 'waiting'],
    [2000, 'waiting'],
    [10, 'confirmed'],
    [2000, 'confirmed'],
  ] as const)('costs 3 requests and at most 43 documents of %i %s ones', async (count, state) => {
    const { unit, liaison } = await makeSeatedUnit();
    await manyNotices(count, unit, () => ({ state, done: state !== 'waiting' }));
    const { notices, next } = await liaison.ask('notice.inbox', { unitId: unit._id });
    expect(notices).toHaveLength(Math.min(count, 20));
    expect(await requestsOf('notice.inbox')).toHaveLength(3);
    expect(await scannedBy('notice.inbox')).toBeLessThanOrEqual(1 + 21 + 21);
    if (next === null) return;
    await liaison.ask('notice.inbox', { unitId: unit._id, cursor: next });
    expect((await requestsOf('notice.inbox')).length).toBeLessThanOrEqual(3);
    expect(await scannedBy('notice.inbox')).toBeLessThanOrEqual(1 + 21 + 21 + 20);
  });

  it('pages through all without loss or doubling while a notice arrives', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    // Every third is done; five are due at one and the same time.
    const due = (i: number) => later(1 + Math.floor(i / 5));
    await manyNotices(65, unit, (i) =>
      i % 3 === 0 ? { state: 'confirmed', done: true } : { state: 'waiting', done: false, dueAt: due(i) },
    );
    const seen: string[] = [];
    for (let cursor: string | undefined, page = 0; page < 9; page += 1) {
      const reply = await liaison.ask('notice.inbox', { unitId: unit._id, cursor });
      seen.push(...reply.notices.map(({ title, waiting }) => `${title}${waiting ? '!' : ''}`));
      if (reply.next === null) break;
      cursor = reply.next;
      if (page === 0)
        await makeReceipt(
          await makeNotice({ order: '2026-11-23T02:00:00.000Z_new', dueAt: later(0.5) }),
          unit,
        );
    }
    const all = Array.from({ length: 65 }, (_, i) => i);
    const waiting = all
      .filter((i) => i % 3 !== 0)
      .sort((a, b) => Math.floor(a / 5) - Math.floor(b / 5) || b - a);
    expect(seen).toEqual([
      ...waiting.map((i) => `第${i}号通知!`),
      ...all.filter((i) => i % 3 === 0).map((i) => `第${i}号通知`),
    ]);
  });

  it('finds a piece of a title or a number however it is typed, the newest first', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const find = async (search: string) => {
      const { notices } = await liaison.ask('notice.inbox', { unitId: unit._id, search });
      return notices.map(({ title, number }) => number ?? title);
    };
    const number = { year: 2018, n: 25, text: '陕煤协会发〔2018〕25号' };
    const order = (day: number) => `2026-11-${day}T00:00:00.000Z_a`;
    await makeReceipt(
      await makeNotice({ title: '关于召开AI+安全（第2期）培训的通知', order: order(20) }),
      unit,
    );
    await makeReceipt(await makeNotice({ title: '关于表彰的通报', number, order: order(21) }), unit, {
      done: true,
    });
    await makeReceipt(await makeNotice({ title: '价格.*调查', order: order(22) }), unit);
    await makeReceipt(await makeNotice({ title: '关于表彰的通报（别的单位）' }), await makeUnit());
    expect(await find('ａi＋安全(第２期)')).toEqual(['关于召开AI+安全（第2期）培训的通知']);
    for (const typed of ['协会发[2018]25', '〔2018〕', '（2018）２５号', '协会发 2018'.replace(' ', '〔')])
      expect(await find(typed)).toEqual([number.text]);
    expect(await find('表彰')).toEqual([number.text]);
    expect(await find('.*')).toEqual(['价格.*调查']);
    expect(await find('的通')).toEqual([number.text, '关于召开AI+安全（第2期）培训的通知']);
    expect(await find('没有的')).toEqual([]);
    expect(await find('   ')).toHaveLength(3);
  });

  it.each([10, 2000])('searches %i notices in 2 requests, looking at this unit’s alone', async (count) => {
    const { unit, liaison } = await makeSeatedUnit();
    await manyNotices(count, unit);
    await manyNotices(300, await makeUnit(), () => ({}), 'other');
    const search = (what: string, cursor?: string) =>
      liaison.ask('notice.inbox', { unitId: unit._id, search: what, cursor });
    expect((await search('第0号')).notices).toHaveLength(1);
    expect(await requestsOf('notice.inbox')).toHaveLength(2);
    expect(await scannedBy('notice.inbox')).toBeLessThanOrEqual(1 + count);
    // What is found soon is not looked for to the end.
    const first = await search('号通知');
    expect(await scannedBy('notice.inbox')).toBeLessThanOrEqual(1 + 21);
    if (first.next === null) return;
    const second = await search('号通知', first.next);
    expect(second.notices[0]).toMatchObject({ title: '第20号通知' });
  });
});
