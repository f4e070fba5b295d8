import {
  as,
  cloud,
  expectLog,
  makeNotice,
  makeReceipt,
  makeSeatedUnit,
  makeLiaison,
  makeStaff,
  makeUnit,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';

describe('notice.confirm', () => {
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
    expect(await stranger().fails('notice.confirm', input)).toEqual({
      code: 'stranger',
      message: '请先扫描协会给您的登记码完成登记',
    });
    expect(await row()).toMatchObject({ state: 'waiting' });
  });

  it.each([
    [{ unitId: 'unit-x' }, 'noticeId'],
    [{ noticeId: 'notice-x' }, 'unitId'],
    [{ noticeId: { $ne: null }, unitId: 'unit-x' }, 'noticeId'],
    [{ noticeId: 'a'.repeat(65), unitId: 'unit-x' }, 'noticeId'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const { liaison } = await published();
    expect(await liaison.fails('notice.confirm', input)).toMatchObject({ code: 'invalid', field });
  });

  it('wants a request id', async () => {
    const { liaison, input } = await published();
    expect(await liaison.fails('notice.confirm', input, 'short')).toMatchObject({
      code: 'invalid',
      field: 'requestId',
    });
  });

  it('is not for the liaison of another unit, a former liaison or staff', async () => {
    const { input } = await published();
    const { liaison: other } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await other.fails('notice.confirm', input)).toMatchObject({ code: 'forbidden' });
    expect(await former.fails('notice.confirm', input)).toMatchObject({ code: 'stranger' });
    expect(await (await makeStaff()).fails('notice.confirm', input)).toMatchObject({ code: 'forbidden' });
    expect(await row()).toMatchObject({ state: 'waiting' });
  });

  it('believes no openid in the payload', async () => {
    const { liaison, input } = await published();
    const spoofed = {
      ...input,
      openid: liaison.openid,
      userInfo: { openId: liaison.openid },
      WX_OPENID: liaison.openid,
    };
    expect(await stranger().fails('notice.confirm', spoofed)).toMatchObject({ code: 'stranger' });
    const direct = await cloud.call(
      'api',
      {
        action: 'notice.confirm',
        input,
        requestId: requestId(),
        openid: liaison.openid,
        userInfo: { openId: liaison.openid },
      },
      { openid: 'openid-of-a-thief' },
    );
    expect(direct.result).toMatchObject({ ok: false, error: { code: 'stranger' } });
  });

  it('says so when the notice was not sent to the unit', async () => {
    const { liaison, unit } = await published();
    expect(await liaison.fails('notice.confirm', { noticeId: 'notice-of-others', unitId: unit._id })).toEqual(
      {
        code: 'missing',
        message: '这条通知没有发给您的单位',
      },
    );
  });

  it('confirms for the unit, says who did, counts and records it', async () => {
    const { liaison, unit, notice, input } = await published();
    expect(await liaison.change('notice.confirm', input)).toEqual({
      state: 'confirmed',
      confirmed: { at: NOW, by: '示例联络员' },
    });
    expect(await row()).toMatchObject({
      state: 'confirmed',
      done: true,
      opened: { openid: liaison.openid },
      confirmed: { openid: liaison.openid, channel: 'self' },
    });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
    expect(await cloud.find('audits', {})).toMatchObject([
      {
        action: 'notice.confirm',
        subjectId: `${notice._id}_${unit._id}`,
        unitId: unit._id,
        openid: liaison.openid,
      },
    ]);
  });

  it('takes at most 5 database requests, whatever the state was', async () => {
    const { liaison, input } = await published();
    await liaison.change('notice.confirm', input);
    expect((await requestsOf('notice.confirm')).length).toBeLessThanOrEqual(5);
    await liaison.change('notice.confirm', input);
    expect((await requestsOf('notice.confirm')).length).toBeLessThanOrEqual(5);
  });

  it('counts the opening once when it was opened before', async () => {
    const { liaison, input } = await published();
    await liaison.change('notice.open', input);
    await liaison.change('notice.confirm', input);
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
  });

  it('has one effect when sent five times at once and again later', async () => {
    const { liaison, input } = await published();
    const id = requestId();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => liaison.change('notice.confirm', input, id)),
    );
    answers.push(await liaison.change('notice.confirm', input, id));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('tells the second seat of the unit who was first', async () => {
    const { unit, liaison, input } = await published();
    const deputy = await makeLiaison(unit, { name: '示例副联络员' });
    const [a, b] = await Promise.all([
      liaison.change('notice.confirm', input),
      deputy.change('notice.confirm', input),
    ]);
    expect(a).toEqual(b);
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
  });

  it('is not lost when the other seat opens the notice between its two tries', async () => {
    const { unit, liaison, input } = await published();
    const deputy = await makeLiaison(unit, { name: '示例副联络员' });
    await cloud.script({ api: 'database.modifyDocument', function: 'api', skip: 1, times: 1, delayMs: 400 });
    const [, answer] = await Promise.all([
      new Promise((resolve) => setTimeout(resolve, 150)).then(() => deputy.change('notice.open', input)),
      liaison.change('notice.confirm', input),
    ]);
    expect(answer).toMatchObject({ state: 'confirmed' });
    expect(await row()).toMatchObject({ state: 'confirmed', done: true });
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
  });

  it('loses nothing when the function dies between its writes', async () => {
    const { liaison, input } = await published();
    const id = requestId();
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call('api', { action: 'notice.confirm', input, requestId: id }, { openid: liaison.openid });
    expect(await row()).toMatchObject({ state: 'confirmed' });
    expect(await counts()).toEqual({ total: 1, opened: 0, confirmed: 0 });

    expect(await liaison.change('notice.confirm', input, id)).toMatchObject({ state: 'confirmed' });
    expect(await cloud.find('audits', {})).toHaveLength(1);
    await cloud.fireTimer('minute');
    expect(await counts()).toEqual({ total: 1, opened: 1, confirmed: 1 });
  });

  it('says 系统繁忙 and logs no personal data when the database fails', async () => {
    const { liaison, input } = await published();
    expectLog(/notice\.confirm/);
    await cloud.script({
      api: 'database.modifyDocument',
      times: 1,
      fault: { errCode: 'DATABASE_REQUEST_FAILED', errMsg: `failed for ${liaison.openid}` },
    });
    expect(await as(liaison.openid).fails('notice.confirm', input)).toEqual({
      code: 'busy',
      message: '系统繁忙，请稍后再试；您填写的内容已保留',
    });
    const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs).join('\n');
    expect(logs).toContain('notice.confirm');
    expect(logs).not.toContain(liaison.openid);
  });
});
