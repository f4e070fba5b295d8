import {
  cloud,
  later,
  makeLiaison,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

async function published() {
  const { unit, liaison } = await makeSeatedUnit();
  const notice = await makeNotice({ counts: { total: 1, opened: 0, confirmed: 0 } });
  await makeReceipt(notice, unit);
  const staff = await makeStaff('editor');
  const unitOnly = { noticeId: notice._id, unitId: unit._id };
  return {
    unit,
    liaison,
    notice,
    staff,
    unitOnly,
    input: { ...unitOnly, channel: 'phone' as const, name: '示例答复人' },
  };
}
const row = async () => (await cloud.find('receipts', {}))[0];
const counts = async () => (await cloud.find('notices', {}))[0]?.counts;

describe('notice.record', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { input, liaison } = await published();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.record', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.record', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.record', input)).toMatchObject({ code: 'forbidden' });
    expect(await (await makeStaff('finance')).fails('notice.record', input)).toMatchObject({
      code: 'forbidden',
    });
    expect(await row()).toMatchObject({ state: 'waiting' });
  });

  it.each([
    [{ noticeId: { $ne: 1 } }, 'noticeId'],
    [{ unitId: undefined }, 'unitId'],
    [{ channel: 'self' }, 'channel'],
    [{ channel: 'pigeon' }, 'channel'],
    [{ name: ' ' }, 'name'],
    [{ name: '字'.repeat(21) }, 'name'],
    [{ note: '字'.repeat(101) }, 'note'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const { staff, input } = await published();
    expect(await staff.fails('notice.record', { ...input, ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it.each(['name', 'note'])('lets WeChat look at what staff type for somebody: %s', async (field) => {
    const { staff, input } = await published();
    expect(await staff.fails('notice.record', { ...input, [field]: '违法测试词' })).toMatchObject({
      code: 'risky',
      field,
    });
    expect(await row()).toMatchObject({ state: 'waiting' });
  });

  it('says so when the notice was not sent to the unit', async () => {
    const { staff, input } = await published();
    expect(await staff.fails('notice.record', { ...input, noticeId: 'notice-of-others' })).toEqual({
      code: 'missing',
      field: 'unitId',
      message: '这条通知没有发给这家单位',
    });
  });

  it('confirms with channel, name and who entered it, also after the time is over, counted apart', async () => {
    const { staff, liaison, unit, notice, input } = await published();
    await cloud.clock.set(later(9).toISOString());
    expect(await staff.change('notice.record', { ...input, note: '下午来电' })).toEqual({
      state: 'confirmed',
    });
    expect((await requestsOf('notice.record')).length).toBeLessThanOrEqual(6);
    expect(await row()).toMatchObject({
      state: 'confirmed',
      done: true,
      opened: null,
      onBehalf: true,
      confirmed: {
        openid: '',
        name: '示例答复人',
        channel: 'phone',
        note: '下午来电',
        recordedBy: { openid: staff.openid, name: '示例秘书' },
      },
    });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1, onBehalf: 1 });
    const entry = { channel: 'phone', recordedBy: '示例秘书' };
    const list = await staff.ask('notice.receipts', { noticeId: notice._id, show: 'onBehalf' });
    expect(list.receipts).toMatchObject([
      {
        unitId: unit._id,
        opened: null,
        confirmed: { by: '示例答复人', onBehalf: { ...entry, note: '下午来电' } },
      },
    ]);
    const seen = await liaison.ask('notice.get', { noticeId: notice._id, unitId: unit._id });
    expect(seen).toMatchObject({
      receipt: { state: 'confirmed', confirmed: { onBehalf: { ...entry, note: '' } } },
    });
    expect(await staff.ask('notice.get', { noticeId: notice._id })).toMatchObject({
      counts: { onBehalf: 1 },
    });
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        action: 'notice.record',
        subjectId: `${notice._id}_${unit._id}`,
        unitId: unit._id,
        openid: staff.openid,
      },
    ]);
  });

  it('counts an opening before it once, and leaves it on the row', async () => {
    const { staff, liaison, unitOnly, input } = await published();
    await liaison.change('notice.open', unitOnly);
    await staff.change('notice.record', input);
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1, onBehalf: 1 });
    expect(await row()).toMatchObject({ opened: { openid: liaison.openid } });
  });

  it('has one effect when sent five times at once and again later', async () => {
    const { staff, input } = await published();
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => staff.change('notice.record', input, id)),
    );
    answers.push(await staff.change('notice.record', input, id));
    for (const answer of answers) expect(answer).toEqual({ state: 'confirmed' });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1, onBehalf: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('leaves an own confirmation alone, and the liaison who comes later hears who was first', async () => {
    const { staff, liaison, unitOnly, input } = await published();
    await liaison.change('notice.confirm', unitOnly);
    expect(await staff.fails('notice.record', input)).toMatchObject({ code: 'conflict' });
    expect(await row()).toMatchObject({ confirmed: { channel: 'self', name: '示例联络员' } });

    await cloud.reset();
    const again = await published();
    await again.staff.change('notice.record', again.input);
    expect(await again.liaison.change('notice.confirm', again.unitOnly)).toMatchObject({
      confirmed: { by: '示例答复人', onBehalf: { channel: 'phone' } },
    });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1, onBehalf: 1 });
  });

  it('loses nothing when the function dies between its writes', async () => {
    const { staff, input } = await published();
    const id = requestId();
    // Its two updates of the receipt come first, then the counters.
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip: 2,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'notice.record', input, requestId: id }, { openid: staff.openid });
    expect(await counts()).toEqual({ total: 1, opened: 0, confirmed: 0 });
    expect(await staff.change('notice.record', input, id)).toEqual({ state: 'confirmed' });
    await cloud.fireTimer('minute');
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1, onBehalf: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('is not done again by its repeat after it was taken back', async () => {
    const { staff, input, unitOnly } = await published();
    const id = requestId();
    await staff.change('notice.record', input, id);
    await staff.change('notice.unrecord', unitOnly);
    expect(await staff.change('notice.record', input, id)).toEqual({ state: 'waiting' });
    expect(await row()).toMatchObject({ state: 'waiting', confirmed: null });
    await cloud.clock.set(NOW);
  });
});
