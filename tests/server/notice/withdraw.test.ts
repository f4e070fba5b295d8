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
import { countersAndRows, manyUnits, secretariat, someNotice } from './many';

const REASON = '时间有变，另行通知';

async function published() {
  const staff = await secretariat();
  const { unit, liaison } = await makeSeatedUnit();
  const { noticeId } = await staff.change('notice.publish', someNotice({ style: 'formal' }));
  const own = { noticeId, unitId: unit._id };
  return { staff, unit, liaison, noticeId, own, input: { noticeId, reason: REASON } };
}
const row = async () => (await cloud.find('receipts', {}))[0];
const stored = async () => (await cloud.find('notices', {}))[0];
const entries = async () => (await cloud.find('audits', {})).filter((a) => a.action === 'notice.withdraw');

describe('notice.withdraw', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { liaison, input } = await published();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    expect(await stranger().fails('notice.withdraw', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.withdraw', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.withdraw', input)).toMatchObject({ code: 'forbidden' });
    const finance = await makeStaff('finance');
    expect(await finance.fails('notice.withdraw', input)).toMatchObject({ code: 'forbidden' });
    expect(await stored()).toMatchObject({ state: 'published' });
  });

  it.each([
    [{ noticeId: { $ne: 1 } }, 'noticeId'],
    [{ reason: undefined }, 'reason'],
    [{ reason: ' ' }, 'reason'],
    [{ reason: '字'.repeat(101) }, 'reason'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const { staff, input } = await published();
    expect(await staff.fails('notice.withdraw', { ...input, ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
  });

  it('says so when there is no such notice, or it was withdrawn or corrected before', async () => {
    const { staff, input } = await published();
    expect(await staff.fails('notice.withdraw', { ...input, noticeId: 'nobody' })).toMatchObject({
      code: 'missing',
    });
    await staff.change('notice.withdraw', input);
    expect(await staff.fails('notice.withdraw', input)).toEqual({
      code: 'closed',
      message: '这条通知已撤回，不用再办理',
    });
    const old = await makeNotice({ state: 'corrected', correctedBy: 'x' });
    expect(await staff.fails('notice.withdraw', { ...input, noticeId: old._id })).toMatchObject({
      code: 'closed',
      message: '这条通知已更正，请打开更正后的通知办理',
    });
  });

  it('ends it: nothing waits, states stay, the number stays taken, and who may see what', async () => {
    const { staff, liaison, unit, noticeId, own, input } = await published();
    const other = await makeSeatedUnit();
    await makeReceipt((await stored()) as never, other.unit);
    await liaison.change('notice.open', own);
    expect(await staff.change('notice.withdraw', input)).toEqual({ state: 'withdrawn' });
    expect((await requestsOf('notice.withdraw')).length).toBeLessThanOrEqual(7);
    expect(await stored()).toMatchObject({
      state: 'withdrawn',
      running: false,
      number: { text: '协会发〔2026〕1号' },
      withdrawn: { at: new Date(NOW), by: '示例秘书', reason: REASON },
    });
    expect(await row()).toMatchObject({ state: 'opened', done: true, closed: 'withdrawn' });
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toMatchObject({ waiting: [], total: 0 });
    expect((await staff.ask('home.office', {})).running).toEqual([]);
    expect(await liaison.ask('notice.inbox', { unitId: unit._id })).toMatchObject({
      notices: [{ noticeId, state: 'opened', closed: 'withdrawn', turn: '已撤回，您无需操作' }],
    });
    const seen = await liaison.ask('notice.get', own);
    expect(seen).toMatchObject({
      state: 'withdrawn',
      withdrawn: { at: NOW, reason: REASON },
      body: [],
      urls: {},
      receipt: { state: 'opened', turn: '已撤回，您无需操作' },
    });
    expect(await staff.ask('notice.get', { noticeId })).toMatchObject({
      withdrawn: { by: '示例秘书' },
      body: [{ type: 'paragraph' }],
    });
    const list = await staff.ask('notice.receipts', { noticeId, show: 'opened' });
    expect(list.receipts).toMatchObject([{ unitId: unit._id, state: 'opened' }]);
    expect((await staff.ask('notice.receipts', { noticeId, show: 'missing' })).receipts).toEqual([]);
    expect(await entries()).toMatchObject([
      { collection: 'notices', subjectId: noticeId, openid: staff.openid },
    ]);
  });

  it('leaves nothing to be done about it', async () => {
    const { staff, liaison, noticeId, own, input } = await published();
    await staff.change('notice.withdraw', input);
    const closed = { code: 'closed', message: '这条通知已撤回，不用再办理' };
    const said = { channel: 'phone', name: '示例答复人' };
    const entry = { unitId: own.unitId, name: '', line: 1 };
    expect(await liaison.fails('notice.confirm', own)).toEqual(closed);
    expect(await staff.fails('notice.record', { ...own, ...said })).toEqual(closed);
    expect(await staff.fails('notice.unrecord', own)).toEqual(closed);
    expect(await staff.fails('notice.fillJielong', { noticeId, entries: [entry] })).toEqual(closed);
    expect(await staff.fails('notice.matchJielong', { noticeId, text: '1. 示例' })).toEqual(closed);
    for (const action of [
      'notice.remind',
      'notice.remindable',
      'notice.chaseText',
      'notice.jielongText',
    ] as const)
      expect(await staff.fails(action, { noticeId })).toEqual(closed);
    // To look at it is refused to nobody, and changes nothing.
    expect(await liaison.change('notice.open', own)).toEqual({ state: 'waiting' });
    expect(await row()).toMatchObject({ state: 'waiting', requests: [] });
  });

  it('answers the repeat of a confirmation made before as it did then', async () => {
    const { staff, liaison, own, input } = await published();
    const id = requestId();
    const first = await liaison.change('notice.confirm', own, id);
    await staff.change('notice.withdraw', input);
    expect(await liaison.change('notice.confirm', own, id)).toEqual(first);
    expect(await liaison.fails('notice.confirm', own)).toMatchObject({ code: 'closed' });
  });

  it('has one effect when sent five times at once and again later', async () => {
    const { staff, input } = await published();
    const id = requestId();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => staff.change('notice.withdraw', input, id)),
    );
    all.push(await staff.change('notice.withdraw', input, id));
    for (const answer of all) expect(answer).toEqual({ state: 'withdrawn' });
    expect(await entries()).toHaveLength(1);
  });

  it('reaches 420 units in a few requests', async () => {
    const staff = await secretariat();
    await manyUnits(420);
    const { noticeId } = await staff.change('notice.publish', someNotice());
    await staff.change('notice.withdraw', { noticeId, reason: REASON });
    expect((await requestsOf('notice.withdraw')).length).toBeLessThanOrEqual(7);
    expect(await cloud.find('receipts', { done: false })).toEqual([]);
  });

  it.each([1, 2, 3])('is finished by dispatch when it dies before its write %i', async (skip) => {
    const { staff, liaison, own, input } = await published();
    await cloud.script({
      // The notice, its receipts, a waiting nag and push, in this order.
      api: skip === 2 ? 'database.deleteDocument' : 'database.modifyDocument',
      function: 'api',
      skip: skip === 2 ? 0 : skip === 1 ? 1 : 2,
      times: 1,
      fault: 'kill-function',
    });
    await cloud.call(
      'api',
      { action: 'notice.withdraw', input, requestId: requestId() },
      { openid: staff.openid },
    );
    expect(await stored()).toMatchObject({ state: 'withdrawn' });
    await cloud.fireTimer('minute');
    expect(await row()).toMatchObject({ done: true, closed: 'withdrawn' });
    expect(await liaison.fails('notice.confirm', own)).toMatchObject({ code: 'closed' });
    for (let i = 0; i < 4; i += 1) {
      await cloud.clock.advance(60_000);
      await cloud.fireTimer('minute');
    }
    expect((await stored())?.changing).toBeNull();
  });

  it('stops a publication half-way: what was written late does not wait either', async () => {
    const staff = await secretariat();
    await manyUnits(2100);
    const id = requestId();
    expect(await staff.change('notice.publish', someNotice(), id)).toMatchObject({ state: 'publishing' });
    await staff.change('notice.withdraw', { noticeId: id, reason: REASON });
    await cloud.fireTimer('minute');
    expect(await cloud.find('receipts', {})).toHaveLength(2000);
    expect(await cloud.find('receipts', { done: false })).toEqual([]);
    const { counts, rows } = await countersAndRows(id);
    expect(counts).toEqual(rows);
    expect(await stored()).toMatchObject({ state: 'withdrawn' });
  });

  it('catches receipts that a publication writes while it is withdrawn', async () => {
    const staff = await secretariat();
    await manyUnits(150);
    const id = requestId();
    // The second batch of receipts takes its time.
    await cloud.script({
      api: 'database.insertDocument',
      function: 'api',
      skip: 2,
      times: 1,
      delayMs: 800,
    });
    const publishing = staff.change('notice.publish', someNotice(), id);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await staff.change('notice.withdraw', { noticeId: id, reason: REASON });
    await publishing;
    expect(await cloud.find('receipts', {})).toHaveLength(150);
    expect(await cloud.find('receipts', { done: false })).toEqual([]);
    await cloud.fireTimer('minute');
    const { counts, rows } = await countersAndRows(id);
    expect(counts).toEqual(rows);
    expect(await stored()).toMatchObject({ state: 'withdrawn' });
    await cloud.clock.set(later(0).toISOString());
  });
});
