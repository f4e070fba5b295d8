import {
  cloud,
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
import { manyReceipts, manyUnits, scannedBy } from './many';

const stampOf = (name: string) => ({
  at: new Date(NOW),
  openid: 'openid-someone',
  name,
  channel: 'self' as const,
});

/** Four units, one in each state and one more that waits. */
async function published() {
  const notice = await makeNotice();
  const place = (region: string, regionKey: string, sortKey: string) => ({ region, regionKey, sortKey });
  const yulin = await makeUnit(place('榆林', 'yu lin', 'a #1'));
  const xian = await makeUnit(place('西安', 'xi an', 'b #2'));
  const xian2 = await makeUnit(place('西安', 'xi an', 'a #3'));
  const { unit: ankang, liaison } = await makeSeatedUnit(place('安康', 'an kang', 'z #4'));
  await makeReceipt(notice, yulin);
  await makeReceipt(notice, xian, { state: 'opened', opened: stampOf('开者') });
  await makeReceipt(notice, xian2, {
    state: 'confirmed',
    done: true,
    opened: stampOf('开者'),
    confirmed: stampOf('认者'),
  });
  await makeReceipt(notice, ankang);
  await makeReceipt(await makeNotice(), yulin);
  return { noticeId: notice._id, yulin, xian, xian2, ankang, liaison };
}

describe('notice.receipts', () => {
  it('is for staff of every post, not for strangers or liaisons', async () => {
    const { noticeId, liaison } = await published();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.receipts', { noticeId })).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.receipts', { noticeId })).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.receipts', { noticeId })).toMatchObject({ code: 'forbidden' });
    expect((await (await makeStaff('finance')).ask('notice.receipts', { noticeId })).receipts).toHaveLength(
      3,
    );
  });

  it.each([
    [{}, 'noticeId'],
    [{ noticeId: {} }, 'noticeId'],
    [{ noticeId: 'notice-x', show: 'all' }, 'show'],
    [{ noticeId: 'notice-x', show: { $ne: 1 } }, 'show'],
    [{ noticeId: 'notice-x', cursor: {} }, 'cursor'],
  ])('names the field that is wrong in %j', async (input, field) => {
    expect(await (await makeStaff()).fails('notice.receipts', input)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('does not say of a notice that is gone that nobody is missing', async () => {
    expect(await (await makeStaff()).fails('notice.receipts', { noticeId: 'notice-gone' })).toEqual({
      code: 'missing',
      message: '没有找到这条通知，可能已被删除',
    });
  });

  it('is empty when there is nobody of that kind', async () => {
    const notice = await makeNotice();
    await makeReceipt(notice, await makeUnit());
    expect(
      await (await makeStaff()).ask('notice.receipts', { noticeId: notice._id, show: 'confirmed' }),
    ).toEqual({
      receipts: [],
      next: null,
    });
  });

  it('sorts by region, then name, and filters', async () => {
    const { noticeId, yulin, xian, xian2, ankang } = await published();
    const staff = await makeStaff();
    const ids = async (show?: 'missing' | 'waiting' | 'opened' | 'confirmed') =>
      (await staff.ask('notice.receipts', { noticeId, show })).receipts.map(({ unitId }) => unitId);
    expect(await ids()).toEqual([ankang._id, xian._id, yulin._id]);
    expect(await ids('missing')).toEqual([ankang._id, xian._id, yulin._id]);
    expect(await ids('waiting')).toEqual([ankang._id, yulin._id]);
    expect(await ids('opened')).toEqual([xian._id]);
    expect(await ids('confirmed')).toEqual([xian2._id]);
  });

  it('says who opened and confirmed, and today’s liaison with the number masked; no openid', async () => {
    const { noticeId, xian2, ankang } = await published();
    const staff = await makeStaff();
    const missing = await staff.ask('notice.receipts', { noticeId });
    expect(missing.receipts[0]).toEqual({
      unitId: ankang._id,
      unitName: ankang.name,
      region: '安康',
      ask: 'confirm',
      state: 'waiting',
      opened: null,
      answered: null,
      confirmed: null,
      push: null,
      liaison: { name: '示例联络员', phone: '199****1234' },
    });
    expect((await staff.ask('notice.receipts', { noticeId, show: 'confirmed' })).receipts).toEqual([
      expect.objectContaining({
        unitId: xian2._id,
        opened: { at: NOW, by: '开者' },
        confirmed: { at: NOW, by: '认者' },
        liaison: null,
      }),
    ]);
    expect(JSON.stringify(missing)).not.toMatch(/openid|19900001234/);
  });

  it('names the unit as it was when published', async () => {
    const notice = await makeNotice();
    const unit = await makeUnit({ name: '示例新名矿业有限公司' });
    await makeReceipt(notice, unit, { unitName: '示例旧名矿业有限公司' });
    const { receipts } = await (await makeStaff()).ask('notice.receipts', { noticeId: notice._id });
    expect(receipts[0]?.unitName).toBe('示例旧名矿业有限公司');
  });

  it.each([10, 2000])('costs at most 3 requests and 202 documents of %i units', async (count) => {
    const staff = await makeStaff();
    const notice = await makeNotice();
    await manyReceipts(notice, await manyUnits(count));
    for (const show of ['missing', 'waiting', 'confirmed'] as const) {
      await staff.ask('notice.receipts', { noticeId: notice._id, show });
      expect((await requestsOf('notice.receipts')).length).toBeLessThanOrEqual(3);
      expect(await scannedBy('notice.receipts')).toBeLessThanOrEqual(1 + 101 + 100);
    }
  });

  it('pages over 250 units in order, without loss or doubling, while rows change', async () => {
    const staff = await makeStaff();
    const notice = await makeNotice();
    const units = await manyUnits(250, (i) => ({
      region: i < 125 ? '西安' : '安康',
      regionKey: i < 125 ? 'xi an' : 'an kang',
    }));
    await manyReceipts(notice, units);
    const noticeId = notice._id;
    const expected = [...units.slice(125), ...units.slice(0, 125)].map(({ _id }) => _id);
    const confirm = async (unitId: string) => {
      const seats = [{ unitId, unitName: '示例', kind: 'main' as const, since: new Date(NOW) }];
      await (
        await makeLiaison(units[0] ?? (await makeUnit()), { seats })
      ).change('notice.confirm', { noticeId, unitId });
    };

    const first = await staff.ask('notice.receipts', { noticeId });
    expect(first.receipts).toHaveLength(40);
    await confirm(expected[20] ?? ''); // a row of the page already shown
    await confirm(expected[39] ?? ''); // the very row the next page starts after
    await confirm(expected[150] ?? ''); // one of a page to come
    const pages = [first];
    for (let next = first.next; next !== null;) {
      const page = await staff.ask('notice.receipts', { noticeId, cursor: next });
      pages.push(page);
      next = page.next;
    }
    const seen = pages.flatMap(({ receipts }) => receipts.map(({ unitId }) => unitId));
    expect(seen).toEqual(expected.filter((_id, i) => i !== 150));
    expect(await cloud.find('receipts', { noticeId, done: true })).toHaveLength(3);
  });
});
