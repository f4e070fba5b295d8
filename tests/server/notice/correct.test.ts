import type { Input } from '@contract/index';
import type { Body } from '@contract/body';
import {
  cloud,
  later,
  makeLiaison,
  makeNotice,
  makeSeatedUnit,
  makeStaff,
  makeUnit,
  makeUpload,
  NOW,
  requestId,
  requestsOf,
  stranger,
} from '../../support';
import { countersAndRows, manyUnits, secretariat, someNotice } from './many';

type Correcting = Input<'notice.correct'>;
const BODY: Body = [{ type: 'paragraph', runs: [{ text: '各会员单位：请报送全年信息。' }] }];
const corrected = (noticeId: string, over: Partial<Correcting> = {}): Correcting => ({
  noticeId,
  title: '关于报送全年信息的通知',
  body: BODY,
  dueAt: later(5).toISOString(),
  note: '标题应为全年',
  again: true,
  ...over,
});

async function published(over: Parameters<typeof someNotice>[0] = {}) {
  const staff = await secretariat();
  const { unit, liaison } = await makeSeatedUnit();
  const { noticeId } = await staff.change('notice.publish', someNotice({ style: 'formal', ...over }));
  return { staff, unit, liaison, noticeId, own: { noticeId, unitId: unit._id } };
}
const notice = async (_id: string) => (await cloud.find('notices', { _id }))[0];
const receiptsOf = (noticeId: string) => cloud.find('receipts', { noticeId });
const entries = async () => (await cloud.find('audits', {})).filter((a) => a.action === 'notice.correct');

describe('notice.correct: who may and what is wrong', () => {
  it('turns away strangers, liaisons and staff without the right', async () => {
    const { liaison, noticeId } = await published();
    const former = await makeLiaison(await makeUnit(), { seats: [] });
    const finance = await makeStaff('finance');
    const input = corrected(noticeId);
    expect(await stranger().fails('notice.correct', input)).toMatchObject({ code: 'stranger' });
    expect(await former.fails('notice.correct', input)).toMatchObject({ code: 'stranger' });
    expect(await liaison.fails('notice.correct', input)).toMatchObject({ code: 'forbidden' });
    expect(await finance.fails('notice.correct', input)).toMatchObject({ code: 'forbidden' });
    expect(await cloud.find('notices', {})).toHaveLength(1);
  });

  it.each([
    [{ noticeId: '' }, 'noticeId'],
    [{ title: ' ' }, 'title'],
    [{ title: '字'.repeat(101) }, 'title'],
    [{ body: [] }, 'body'],
    [{ body: [{ type: 'picture', fileKey: 'upload-nobody', caption: '' }] }, 'body.0.fileKey'],
    [{ note: undefined }, 'note'],
    [{ again: 'yes' }, 'again'],
    [{ dueAt: later(-1).toISOString() }, 'dueAt'],
    [{ dueAt: later(400).toISOString() }, 'dueAt'],
    [{ again: false, dueAt: later(-1).toISOString() }, 'dueAt'],
    [{ again: false, dueAt: NOW }, 'dueAt'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const { staff, noticeId } = await published();
    expect(await staff.fails('notice.correct', { ...corrected(noticeId), ...wrong })).toMatchObject({
      code: 'invalid',
      field,
    });
    expect(await cloud.find('notices', {})).toMatchObject([{ state: 'published' }]);
  });

  it.each([true, false])('refuses words WeChat calls risky (again: %s)', async (again) => {
    const { staff, noticeId } = await published();
    const input = corrected(noticeId, { again, title: '关于代开发票的通知' });
    expect(await staff.fails('notice.correct', input)).toMatchObject({ code: 'risky', field: 'title' });
    expect(await cloud.find('notices', {})).toMatchObject([{ state: 'published' }]);
  });

  it.each([true, false])('says so when it is gone, ended or still going out (again: %s)', async (again) => {
    const { staff, noticeId } = await published();
    const fails = (id: string) => staff.fails('notice.correct', corrected(id, { again }));
    expect(await fails('nobody')).toMatchObject({ code: 'missing' });
    const slow = await makeNotice({ state: 'publishing' });
    expect(await fails(slow._id)).toMatchObject({ code: 'conflict' });
    await staff.change('notice.withdraw', { noticeId, reason: '有误' });
    expect(await fails(noticeId)).toMatchObject({ code: 'closed' });
  });

  it('keeps files that stood there, whoever sent them, and takes no foreign ones', async () => {
    const staff = await secretariat();
    const { unit } = await makeSeatedUnit();
    const picture = await makeUpload({ owner: staff.openid });
    const body: Body = [...BODY, { type: 'picture', fileKey: picture._id, caption: '' }];
    const { noticeId } = await staff.change('notice.publish', someNotice({ body }));
    const colleague = await makeStaff('editor', '示例同事');
    const foreign = await makeUpload({ owner: staff.openid });
    const other: Body = [...body, { type: 'picture', fileKey: foreign._id, caption: '' }];
    expect(await colleague.fails('notice.correct', corrected(noticeId, { body: other }))).toMatchObject({
      field: 'body.2.fileKey',
    });
    await colleague.change('notice.correct', corrected(noticeId, { body, again: false }));
    expect(await notice(noticeId)).toMatchObject({ files: { [picture._id]: picture.fileId } });
    expect(unit.active).toBe(true);
  });
});

describe('notice.correct: 请重新确认', () => {
  it('puts another notice in its place: same number, same units, old states stay', async () => {
    const { staff, unit, liaison, noticeId, own } = await published();
    await liaison.change('notice.confirm', own);
    await makeSeatedUnit(); // joined later: not in the snapshot
    const before = await countersAndRows(noticeId);
    const id = requestId();
    expect(await staff.change('notice.correct', corrected(noticeId), id)).toEqual({
      noticeId: id,
      total: 1,
      state: 'published',
    });
    expect(await countersAndRows(noticeId)).toEqual(before);
    const old = await notice(noticeId);
    expect(old).toMatchObject({ state: 'corrected', correctedBy: id, running: false });
    expect(old).not.toHaveProperty('numberKey');
    expect(await notice(id)).toMatchObject({
      corrects: noticeId,
      number: { text: '协会发〔2026〕1号' },
      numberKey: 'association|2026|000001',
      style: 'formal',
      asking: { kind: 'confirm' },
      correction: { note: '标题应为全年', by: '示例秘书' },
      counts: { total: 1, opened: 0, confirmed: 0 },
    });
    expect(await receiptsOf(noticeId)).toMatchObject([
      { unitId: unit._id, state: 'confirmed', done: true, closed: 'corrected' },
    ]);
    expect(await receiptsOf(id)).toMatchObject([
      { unitId: unit._id, state: 'waiting', done: false, title: '关于报送全年信息的通知' },
    ]);
    expect(await entries()).toMatchObject([{ _id: id, collection: 'notices', subjectId: id }]);

    const seen = await liaison.ask('notice.get', own);
    expect(seen).toMatchObject({
      state: 'corrected',
      newer: { noticeId: id, note: '标题应为全年' },
      body: [{ type: 'paragraph' }],
      receipt: { state: 'confirmed', turn: '已更正，请看更正后的通知' },
    });
    expect(await liaison.ask('notice.get', { ...own, noticeId: id })).toMatchObject({
      correction: { note: '标题应为全年', of: noticeId },
      newer: null,
      receipt: { state: 'waiting' },
    });
    expect(await liaison.fails('notice.confirm', own)).toEqual({
      code: 'closed',
      message: '这条通知已更正，请打开更正后的通知办理',
    });
    expect(await liaison.change('notice.confirm', { ...own, noticeId: id })).toMatchObject({
      state: 'confirmed',
    });
    expect(await liaison.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 0 });
  });

  it('makes a chain; the first version leads straight to the last', async () => {
    const { staff, liaison, noticeId, own } = await published();
    const second = await staff.change('notice.correct', corrected(noticeId));
    const third = await staff.change(
      'notice.correct',
      corrected(second.noticeId, { title: '关于报送信息的通知', note: '再次更正' }),
    );
    expect(await liaison.ask('notice.get', own)).toMatchObject({
      newer: { noticeId: third.noticeId, note: '再次更正' },
    });
    const waiting = await cloud.find('receipts', { done: false });
    expect(waiting).toMatchObject([{ noticeId: third.noticeId }]);
    expect(await staff.fails('notice.correct', corrected(second.noticeId))).toMatchObject({ code: 'closed' });
  });

  it('reaches 420 units within 12 requests and one for each 100 units', async () => {
    const staff = await secretariat();
    await manyUnits(420);
    const { noticeId } = await staff.change('notice.publish', someNotice());
    expect(await staff.change('notice.correct', corrected(noticeId))).toMatchObject({ total: 420 });
    expect((await requestsOf('notice.correct')).length).toBeLessThanOrEqual(12 + 5);
  });

  it('leaves what is above 2,000 units to dispatch', async () => {
    const staff = await secretariat();
    await manyUnits(2100);
    const { noticeId } = await staff.change('notice.publish', someNotice());
    await cloud.fireTimer('minute');
    const id = requestId();
    const input = corrected(noticeId);
    expect(await staff.change('notice.correct', input, id)).toMatchObject({ state: 'publishing' });
    await cloud.fireTimer('minute');
    expect(await staff.change('notice.correct', input, id)).toEqual({
      noticeId: id,
      total: 2100,
      state: 'published',
    });
    expect(await receiptsOf(id)).toHaveLength(2100);
  });

  it('has one effect when sent five times at once and again later; other words are told apart', async () => {
    const { staff, noticeId } = await published();
    const [id, input] = [requestId(), corrected(noticeId)];
    const all = await Promise.all(Array.from({ length: 5 }, () => staff.change('notice.correct', input, id)));
    all.push(await staff.change('notice.correct', input, id));
    for (const answer of all) expect(answer).toEqual({ noticeId: id, total: 1, state: 'published' });
    expect(await entries()).toHaveLength(1);
    expect(await staff.fails('notice.correct', { ...input, note: '别的' }, id)).toMatchObject({
      code: 'conflict',
    });
  });

  it('of two corrections at once one stands and the other leaves nothing', async () => {
    const { staff, noticeId } = await published();
    const replies = await Promise.all(
      [1, 2, 3].map((n) =>
        staff.call('notice.correct', corrected(noticeId, { note: `第${n}种` }), requestId()),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    await cloud.fireTimer('minute');
    const all = await cloud.find('notices', {});
    expect(all.map(({ state }) => state).sort()).toEqual(['corrected', 'published']);
    expect(await cloud.find('receipts', { done: false })).toHaveLength(1);
  });

  it.each([
    ['database.insertDocument', 0],
    ['database.insertDocument', 1],
    ['database.insertDocument', 2],
    ['database.modifyDocument', 0],
    ['database.modifyDocument', 1],
    ['database.modifyDocument', 2],
    ['database.modifyDocument', 3],
    ['database.deleteDocument', 0],
  ] as const)('is finished by the same request or by dispatch when it dies at %s %i', async (api, skip) => {
    for (const by of ['request', 'dispatch']) {
      await cloud.reset();
      await cloud.clock.set(NOW);
      const staff = await secretariat();
      await manyUnits(150);
      const { noticeId } = await staff.change('notice.publish', someNotice({ style: 'formal' }));
      const [id, input] = [requestId(), corrected(noticeId)];
      await cloud.script({ api, function: 'api', skip, times: 1, fault: 'kill-function' });
      await cloud.call('api', { action: 'notice.correct', input, requestId: id }, { openid: staff.openid });
      if (by === 'dispatch') await cloud.fireTimer('minute');
      const begun = await notice(id);
      if (by === 'request' || !begun) await staff.change('notice.correct', input, id);
      if (by === 'request') await cloud.fireTimer('minute');
      expect(await notice(noticeId)).toMatchObject({ state: 'corrected', correctedBy: id });
      expect(await notice(id)).toMatchObject({ state: 'published', counts: { total: 150 } });
      expect(await cloud.find('receipts', { noticeId, done: false })).toEqual([]);
      expect(await receiptsOf(id)).toHaveLength(150);
    }
  });
});

describe('notice.correct: in place', () => {
  const inPlace = (noticeId: string, over: Partial<Correcting> = {}) =>
    corrected(noticeId, { again: false, ...over });

  it('changes the words where they stand, keeps the earlier ones and the states', async () => {
    const { staff, unit, liaison, noticeId, own } = await published();
    await liaison.change('notice.confirm', own);
    expect(await staff.change('notice.correct', inPlace(noticeId))).toEqual({
      noticeId,
      total: 1,
      state: 'published',
    });
    expect((await requestsOf('notice.correct')).length).toBeLessThanOrEqual(9);
    expect(await receiptsOf(noticeId)).toMatchObject([
      { state: 'confirmed', title: '关于报送全年信息的通知', dueAt: later(5) },
    ]);
    expect(await notice(noticeId)).toMatchObject({ changing: null, counts: { confirmed: 1 } });
    expect(await liaison.ask('notice.get', own)).toMatchObject({
      title: '关于报送全年信息的通知',
      body: BODY,
      dueAt: later(5).toISOString(),
      correction: { at: NOW, note: '标题应为全年', of: null },
      newer: null,
      revisions: 0,
      receipt: { state: 'confirmed' },
    });
    const { notices } = await liaison.ask('notice.inbox', { unitId: unit._id });
    expect(notices).toMatchObject([{ title: '关于报送全年信息的通知', closed: null }]);
    expect(await staff.ask('notice.get', { noticeId })).toMatchObject({ revisions: 1 });
    expect(await entries()).toMatchObject([{ subjectId: noticeId, openid: staff.openid }]);
  });

  it('may leave a deadline that is over, and moves the ladder with a later one', async () => {
    const { staff, noticeId } = await published();
    const first = (await notice(noticeId))?.nextRungAt as Date;
    await staff.change('notice.correct', inPlace(noticeId));
    const moved = (await notice(noticeId))?.nextRungAt as Date;
    expect(moved.getTime()).toBeGreaterThan(first.getTime());
    await cloud.clock.set(later(9).toISOString());
    await staff.change('notice.correct', inPlace(noticeId, { title: '再改一字的通知' }));
    expect(await notice(noticeId)).toMatchObject({ title: '再改一字的通知', dueAt: later(5) });
    await cloud.clock.set(NOW);
  });

  it('rewords what waits to go out', async () => {
    const { staff, noticeId } = await published({ urgent: false });
    await cloud.clock.set('2026-11-23T15:30:00.000Z'); // night in Shanghai
    await cloud.fireTimer('minute');
    expect(await cloud.find('outbox', {})).toMatchObject([{ state: 'waiting' }]);
    await staff.change('notice.correct', inPlace(noticeId));
    expect(await cloud.find('outbox', {})).toMatchObject([
      { state: 'waiting', data: { thing1: '关于报送全年信息的通知', time3: '2026年11月28日 09:00' } },
    ]);
    await cloud.clock.set(NOW);
  });

  it('keeps five earlier texts', async () => {
    const { staff, noticeId } = await published();
    for (let n = 1; n <= 7; n += 1)
      await staff.change('notice.correct', inPlace(noticeId, { title: `第${n}次更正的通知` }));
    const kept = (await notice(noticeId))?.revisions as { title: string }[];
    expect(kept.map(({ title }) => title)).toEqual([2, 3, 4, 5, 6].map((n) => `第${n}次更正的通知`));
  });

  it('has one effect when sent five times at once and again later', async () => {
    const { staff, noticeId } = await published();
    const [id, input] = [requestId(), inPlace(noticeId)];
    const all = await Promise.all(Array.from({ length: 5 }, () => staff.change('notice.correct', input, id)));
    all.push(await staff.change('notice.correct', input, id));
    for (const answer of all) expect(answer).toEqual({ noticeId, total: 1, state: 'published' });
    expect((await notice(noticeId))?.revisions).toHaveLength(1);
    expect(await entries()).toHaveLength(1);
    expect(await staff.fails('notice.correct', { ...input, title: '另一标题' }, id)).toMatchObject({
      code: 'conflict',
    });
  });

  it.each([1, 2])('is brought to the receipts by dispatch when it dies before its write %i', async (skip) => {
    const { staff, noticeId } = await published();
    await cloud.script({
      api: 'database.modifyDocument',
      function: 'api',
      skip,
      times: 1,
      fault: 'kill-function',
    });
    const [id, input] = [requestId(), inPlace(noticeId)];
    await cloud.call('api', { action: 'notice.correct', input, requestId: id }, { openid: staff.openid });
    await cloud.fireTimer('minute');
    expect(await receiptsOf(noticeId)).toMatchObject([
      { title: '关于报送全年信息的通知', dueAt: later(5), done: false },
    ]);
    expect(await notice(noticeId)).toMatchObject({ changing: null });
    expect(await staff.change('notice.correct', input, id)).toMatchObject({ noticeId });
    expect(await entries()).toHaveLength(1);
  });
});
