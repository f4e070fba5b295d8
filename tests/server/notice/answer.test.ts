import {
  cloud,
  expectLog,
  later,
  makeLiaison,
  makePerson,
  makeSeatedUnit,
  makeUnit,
  makeUpload,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { countsNow, formSent, receiptNow, someAnswers } from './forms';

const changed = { ...someAnswers, q1: 3 };

describe('notice.answer', () => {
  it('turns away strangers, former liaisons, other units and staff', async () => {
    const { filled, staff } = await formSent();
    const { liaison: other } = await makeSeatedUnit();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.answer', filled)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.answer', filled)).toMatchObject({ code: 'stranger' });
    expect(await other.fails('notice.answer', filled)).toMatchObject({ code: 'forbidden' });
    expect(await staff.fails('notice.answer', filled)).toMatchObject({ code: 'forbidden' });
    expect(await receiptNow()).toMatchObject({ state: 'waiting' });
  });

  it.each([
    [{ unitId: 'unit-x', answers: {} }, 'noticeId'],
    [{ noticeId: 'notice-x', answers: {} }, 'unitId'],
    [{ noticeId: 'notice-x', unitId: 'unit-x' }, 'answers'],
    [{ noticeId: 'notice-x', unitId: 'unit-x', answers: { q1: { $ne: 1 } } }, 'answers.q1'],
    [{ noticeId: 'notice-x', unitId: 'unit-x', answers: {}, version: { $ne: '' } }, 'version'],
  ])('names the field that is wrong in %j', async (input, field) => {
    const { liaison } = await formSent();
    expect(await liaison.fails('notice.answer', input)).toMatchObject({ code: 'invalid', field });
  });

  it('names the question that is wrong, and stores nothing', async () => {
    const { liaison, input } = await formSent();
    const fails = (answers: object) => liaison.fails('notice.answer', { ...input, answers });
    expect(await fails({ q3: ['住'] })).toEqual({
      code: 'invalid',
      field: 'answers.q1',
      message: '请填写“参会人数”',
    });
    expect(await fails({ ...someAnswers, q1: 6 })).toMatchObject({ field: 'answers.q1' });
    expect(await fails({ ...someAnswers, q3: ['都行'] })).toMatchObject({ field: 'answers.q3' });
    expect(await receiptNow()).toMatchObject({ state: 'waiting' });
    expect(await cloud.find('audits', {})).toEqual([]);
  });

  it('says so when there is no form to fill in, or none any more', async () => {
    const { liaison, filled } = await formSent();
    expect(await liaison.fails('notice.answer', { ...filled, noticeId: 'notice-gone' })).toMatchObject({
      code: 'missing',
      message: '没有找到这条通知，可能已被删除',
    });
    const { liaison: other, unit } = await makeSeatedUnit();
    expect(await other.fails('notice.answer', { ...filled, unitId: unit._id })).toMatchObject({
      code: 'missing',
      message: '这条通知没有发给您的单位',
    });
  });

  it.each([
    [{ state: 'withdrawn' }, 'closed', '这条通知已撤回，不用再办理'],
    [{ state: 'corrected' }, 'closed', '这条通知已更正，请打开更正后的通知办理'],
    [{ asking: { kind: 'confirm' } }, 'conflict', '这条通知没有回执表，不用填写'],
  ] as const)('takes no form of a notice that is %j', async (over, code, message) => {
    const { liaison, filled } = await formSent(over);
    expect(await liaison.fails('notice.answer', filled)).toEqual({ code, message });
  });

  it('hands in the form: done, counted, told and recorded, in 7 requests at most', async () => {
    const { liaison, unit, notice, filled } = await formSent();
    const reply = await liaison.change('notice.answer', filled);
    expect((await requestsOf('notice.answer')).length).toBeLessThanOrEqual(7);
    const { version } = reply.handedIn;
    expect(reply).toEqual({
      state: 'answered',
      handedIn: {
        answers: someAnswers,
        earlier: [],
        stamp: { at: NOW, by: '示例联络员' },
        version,
        late: false,
        revised: 0,
        open: true,
      },
    });
    expect(await receiptNow()).toMatchObject({
      state: 'answered',
      done: true,
      opened: { openid: liaison.openid },
      confirmed: { openid: liaison.openid },
      answered: { openid: liaison.openid, channel: 'self' },
      form: { answers: someAnswers, check: 'pass', version },
      tally: { q1: 2, q2: 2, q3: 1, q4: 1 },
      picks: ['q1', 'q2', 'q3', 'q3_0', 'q4'],
    });
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1 });
    expect(await cloud.find('audits', {})).toMatchObject([
      { action: 'notice.answer', subjectId: `${notice._id}_${unit._id}`, unitId: unit._id },
    ]);
    expect(await liaison.ask('notice.get', filled)).toMatchObject({
      receipt: { state: 'answered', handedIn: { answers: someAnswers, version }, turn: '已办，您无需操作' },
    });
  });

  it('is taken from a temporary proxy, under that name', async () => {
    const { unit, filled } = await formSent();
    const filingId = unit.seats.main?.filingId ?? '';
    const proxy = {
      unitId: unit._id,
      unitName: unit.name,
      scopes: ['notice'],
      filingId,
      from: '2026-11-01',
      to: '2026-12-01',
    };
    const stand = await makePerson({ name: '示例代理', proxies: [proxy] as never });
    expect(await stand.change('notice.answer', filled)).toMatchObject({
      handedIn: { stamp: { by: '示例代理（代理）' } },
    });
    const file = { use: 'attachment', name: '报名表.pdf', size: 10 } as const;
    expect(await stand.change('file.ticket', file)).toMatchObject({ fileKey: expect.any(String) as string });
  });

  it('has one effect when sent five times at once and again later', async () => {
    const { liaison, filled } = await formSent();
    const id = requestId();
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => liaison.change('notice.answer', filled, id)),
    );
    replies.push(await liaison.change('notice.answer', filled, id));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1 });
    expect(await receiptNow()).toMatchObject({ form: { revised: 0 } });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('may be changed in time by who saw it, in 6 requests', async () => {
    const { liaison, filled } = await formSent();
    const { version } = (await liaison.change('notice.answer', filled)).handedIn;
    const id = requestId();
    const again = await liaison.change('notice.answer', { ...filled, answers: changed, version }, id);
    expect((await requestsOf('notice.answer')).length).toBeLessThanOrEqual(6);
    expect(again.handedIn).toMatchObject({ answers: changed, revised: 1 });
    expect(await liaison.change('notice.answer', { ...filled, answers: changed, version }, id)).toEqual(
      again,
    );
    expect(await receiptNow()).toMatchObject({ tally: { q1: 3 }, form: { revised: 1 } });
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(2);
  });

  it('tells the later seat who answered meanwhile, and loses neither', async () => {
    const { liaison, deputy, filled } = await formSent();
    const mine = await liaison.change('notice.answer', filled);
    const late = { ...filled, answers: changed };
    expect(await deputy.fails('notice.answer', late)).toEqual({
      code: 'conflict',
      message: '示例联络员已于11月23日 09:00填报，请看过再决定是否用您填的替换',
    });
    expect(await receiptNow()).toMatchObject({ form: { answers: someAnswers } });
    const { version } = mine.handedIn;
    const theirs = await deputy.change('notice.answer', { ...late, version });
    expect(theirs.handedIn.stamp.by).toBe('示例副联络员');
    expect(await liaison.fails('notice.answer', { ...filled, version })).toMatchObject({ code: 'conflict' });
    expect(await receiptNow()).toMatchObject({ form: { answers: changed, revised: 1 } });
  });

  it('lets one of two changes at the same moment win', async () => {
    const { liaison, deputy, filled } = await formSent();
    const { version } = (await liaison.change('notice.answer', filled)).handedIn;
    const replies = await Promise.all(
      [liaison, deputy].map((who, i) =>
        who.call('notice.answer', { ...filled, answers: { ...someAnswers, q1: i }, version }, requestId()),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await receiptNow()).toMatchObject({ form: { revised: 1 } });
  });

  it('is taken late and marked so, but not changed after the time', async () => {
    const { liaison, filled } = await formSent();
    await cloud.clock.set(later(4).toISOString());
    const { handedIn } = await liaison.change('notice.answer', filled);
    expect(handedIn).toMatchObject({ late: true, open: false });
    expect(await liaison.fails('notice.answer', { ...filled, version: handedIn.version })).toEqual({
      code: 'closed',
      message: '示例联络员已于11月27日 09:00填报，截止时间已过，不能再改；确需更正请联系秘书处',
    });
    await cloud.clock.set(NOW);
  });

  it('takes files of the person alone, and keeps those of the other seat', async () => {
    const { liaison, deputy, filled } = await formSent();
    const { _id: fileKey } = await makeUpload({ owner: liaison.openid, use: 'attachment', name: '表.pdf' });
    const foreign = await makeUpload({ owner: 'openid-other', use: 'attachment' });
    const unlooked = await makeUpload({ owner: liaison.openid, use: 'attachment', fileId: null });
    const photo = await makeUpload({ owner: liaison.openid, use: 'photo' });
    const withFile = (key: string) => ({
      ...filled,
      answers: { ...someAnswers, q5: [{ fileKey: key, name: '表.pdf', size: 100 }] },
    });
    for (const key of [foreign._id, unlooked._id, photo._id, 'upload-gone'])
      expect(await liaison.fails('notice.answer', withFile(key))).toMatchObject({
        code: 'invalid',
        field: 'answers.q5',
      });
    const { handedIn } = await liaison.change('notice.answer', withFile(fileKey));
    expect(await receiptNow()).toMatchObject({
      form: { files: { [fileKey]: expect.any(String) as string } },
    });
    const later = { ...withFile(fileKey), version: handedIn.version };
    expect(await deputy.change('notice.answer', later)).toMatchObject({ state: 'answered' });
  });

  it('has names and texts looked at, and names the question that is risky', async () => {
    const { liaison, filled } = await formSent();
    const says = (q4: string) => ({ ...filled, answers: { ...someAnswers, q4 } });
    expect(await liaison.fails('notice.answer', says('违法测试词'))).toMatchObject({
      code: 'risky',
      field: 'answers.q4',
    });
    expect(await receiptNow()).toMatchObject({ state: 'waiting' });
    await liaison.change('notice.answer', says('疑似测试词'));
    expect(await receiptNow()).toMatchObject({ form: { check: 'review' } });
  });

  it('loses nothing when the function dies between its writes', async () => {
    const { liaison, filled } = await formSent();
    const id = requestId();
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip: 1,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call(
      'api',
      { action: 'notice.answer', input: filled, requestId: id },
      { openid: liaison.openid },
    );
    expect(await receiptNow()).toMatchObject({ state: 'answered' });
    expect(await countsNow()).toEqual({ total: 1, opened: 0, confirmed: 0 });
    expect(await liaison.change('notice.answer', filled, id)).toMatchObject({ state: 'answered' });
    await cloud.fireTimer('minute');
    expect(await countsNow()).toEqual({ total: 1, opened: 1, confirmed: 1, answered: 1 });
    expect(await cloud.find('audits', {})).toHaveLength(1);
  });

  it('logs no answer when the database fails', async () => {
    const { liaison, filled } = await formSent();
    expectLog(/notice\.answer/);
    await cloud.script({
      api: 'database.modifyDocument',
      times: 1,
      fault: { errCode: 'DATABASE_REQUEST_FAILED', errMsg: 'failed' },
    });
    expect(await liaison.fails('notice.answer', filled)).toMatchObject({ code: 'busy' });
    const logs = (await cloud.invocations()).flatMap((invocation) => invocation.logs).join('\n');
    expect(logs).toContain('notice.answer');
    expect(logs).not.toContain('示例甲');
  });
});
