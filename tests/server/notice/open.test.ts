import {
  cloud,
  expectLog,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

describe('notice.open', () => {
  async function published() {
    const { unit, liaison } = await makeSeatedUnit();
    const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
    await makeReceipt(notice, unit);
    return { unit, liaison, notice, input: { noticeId: notice._id, unitId: unit._id } };
  }
  const row = async () => (await cloud.find('receipts', {}))[0];
  const counts = async () => (await cloud.find('notices', {}))[0]?.counts;

  it('turns a stranger away', async () => {
    const { input } = await published();
    expect(await stranger().fails('notice.open', input)).toMatchObject({ code: 'stranger' });
    expect(await row()).toMatchObject({ state: 'waiting' });
  });

  it.each([
    [{ unitId: 'unit-x' }, 'noticeId'],
    [{ noticeId: 'notice-x', unitId: null }, 'unitId'],
    [{ noticeId: ['a'], unitId: 'unit-x' }, 'noticeId'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const { liaison } = await published();
    expect(await liaison.fails('notice.open', input)).toMatchObject({ code: 'invalid', field });
  });

  it('wants a request id', async () => {
    const { liaison, input } = await published();
    expect(await liaison.fails('notice.open', input, 'short')).toMatchObject({
      code: 'invalid',
      field: 'requestId',
    });
  });

  it('is not for the liaison of another unit, a former liaison or staff', async () => {
    const { input, unit } = await published();
    const { liaison: other } = await makeSeatedUnit();
    const former = await makeLiaison(unit, { seats: [] });
    expect(await other.fails('notice.open', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.open', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff()).fails('notice.open', input)).toMatchObject({ code: 'forbidden' });
    expect(await row()).toMatchObject({ state: 'waiting' });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('says so when the notice was not sent to the unit', async () => {
    const { input } = await published();
    const { unit, liaison } = await makeSeatedUnit();
    expect(await liaison.fails('notice.open', { ...input, unitId: unit._id })).toEqual({
      code: 'missing',
      message: '这条通知没有发给您的单位',
    });
    expect(await counts()).toEqual({ total: 1, opened: 0, confirmed: 0 });
  });

  it('marks the receipt opened by whom and when, counts and records it', async () => {
    const { liaison, unit, notice, input } = await published();
    expect(await liaison.change('notice.open', input)).toEqual({ state: 'opened' });
    expect(await row()).toMatchObject({
      state: 'opened',
      done: false,
      opened: { openid: liaison.openid, name: '示例联络员', at: new Date(NOW), channel: 'self' },
      confirmed: null,
    });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 0 });
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        action: 'notice.open',
        subjectId: `${notice._id}_${unit._id}`,
        unitId: unit._id,
        openid: liaison.openid,
      },
    ]);
    expect((await requestsOf('notice.open')).length).toBeLessThanOrEqual(5);
  });

  it('counts the first open only: again, by the other seat, and after the confirmation', async () => {
    const { unit, liaison, input } = await published();
    const deputy = await makeLiaison(unit, { name: '示例副联络员' });
    await liaison.change('notice.open', input);
    expect(await liaison.change('notice.open', input)).toEqual({ state: 'opened' });
    expect(await deputy.change('notice.open', input)).toEqual({ state: 'opened' });
    expect(await row()).toMatchObject({ opened: { openid: liaison.openid } });
    await liaison.change('notice.confirm', input);
    expect(await deputy.change('notice.open', input)).toEqual({ state: 'confirmed' });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(2);
  });

  it('has one effect when sent five times at once', async () => {
    const { liaison, input } = await published();
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => liaison.change('notice.open', input, id)),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ state: 'opened' })));
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 0 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it.each(['kill-function', 'kill-after'] as const)(
    'loses nothing when the function dies at the count (%s)',
    async (fault) => {
      const { liaison, input } = await published();
      const id = requestId();
      await cloud.script({ api: 'database.modifyDocument', function: 'api', skip: 1, times: 1, fault });
      await cloud.call('api', { action: 'notice.open', input, requestId: id }, { openid: liaison.openid });
      expect(await row()).toMatchObject({ state: 'opened' });
      expect(await liaison.change('notice.open', input, id)).toEqual({ state: 'opened' });
      expect(await cloud.find('audits', {})).toHaveLength(1);
      await cloud.fireTimer('minute');
      expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 0 });
    },
  );

  it('opens once when the reply of the write was lost', async () => {
    const { liaison, input } = await published();
    expectLog(/notice\.open/);
    const id = requestId();
    await cloud.script({ api: 'database.modifyDocument', function: 'api', times: 1, fault: 'drop-reply' });
    await liaison.call('notice.open', input, id);
    expect(await liaison.change('notice.open', input, id)).toEqual({ state: 'opened' });
    await cloud.fireTimer('minute');
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 0 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });
});
