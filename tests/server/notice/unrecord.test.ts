import {
  cloud,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

async function recorded(openedBefore = false) {
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  const staff = await makeStaff('editor');
  const input = { noticeId: notice._id, unitId: unit._id };
  if (openedBefore) await liaison.change('notice.open', input);
  await staff.change('notice.record', { ...input, channel: 'paper', name: '示例答复人' });
  return { unit, liaison, notice, staff, input };
}
const row = async () => (await cloud.find('receipts', {}))[0];
const counts = async () => (await cloud.find('notices', {}))[0]?.counts;

describe('notice.unrecord', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { input, liaison } = await recorded();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.unrecord', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.unrecord', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.unrecord', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('notice.unrecord', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await row()).toMatchObject({ state: 'confirmed' });
  });

  it.each([
    [{ unitId: 'unit-x' }, 'noticeId'],
    [{ noticeId: 'notice-x', unitId: { $ne: '' } }, 'unitId'],
  ])('names the field that is wrong in %j', async (input, field) => {
    expect(await (await makeStaff()).fails('notice.unrecord', input)).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when there is nothing to take back', async () => {
    const { staff, input, liaison } = await recorded();
    const gone = { ...input, noticeId: 'notice-gone' };
    expect(await staff.fails('notice.unrecord', gone)).toMatchObject({ code: 'missing' });
    await staff.change('notice.unrecord', input);
    expect(await staff.fails('notice.unrecord', input)).toMatchObject({
      code: 'conflict',
      message: '这家单位没有代录，可能已经撤销；请返回刷新后查看',
    });
    await liaison.change('notice.confirm', input);
    expect(await staff.fails('notice.unrecord', input)).toMatchObject({
      code: 'conflict',
      message: '这家单位是联络员自己确认的，不能撤销',
    });
    expect(await row()).toMatchObject({ state: 'confirmed', confirmed: { channel: 'self' } });
  });

  it.each([
    [false, 'waiting', { total: 1, opened: 0, confirmed: 0, onBehalf: 0 }],
    [true, 'opened', { total: 1, opened: 1, confirmed: 0, onBehalf: 0 }],
  ] as const)(
    'puts the row back as it was (opened before: %s), the entries stay',
    async (before, state, told) => {
      const { staff, input } = await recorded(before);
      expect(await staff.change('notice.unrecord', input)).toEqual({ state });
      expect((await requestsOf('notice.unrecord')).length).toBeLessThanOrEqual(5);
      expect(await row()).toMatchObject({ state, done: false, confirmed: null, onBehalf: false });
      expect(await counts()).toEqual(told);
      const actions = (await cloud.find('audits', {})).map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['notice.record', 'notice.unrecord']));
    },
  );

  it('has one effect when sent five times at once and again after a new entry', async () => {
    const { staff, input } = await recorded();
    const id = requestId();
    await Promise.all(Array.from({ length: 5 }, () => staff.change('notice.unrecord', input, id)));
    expect(await counts()).toEqual({ total: 1, opened: 0, confirmed: 0, onBehalf: 0 });
    expect(await cloud.find('audits', { action: 'notice.unrecord' })).toHaveLength(1);
    await staff.change('notice.record', { ...input, channel: 'phone', name: '示例乙' });
    expect(await staff.change('notice.unrecord', input, id)).toEqual({ state: 'confirmed' });
    expect(await row()).toMatchObject({ state: 'confirmed', confirmed: { name: '示例乙' } });
  });
});
