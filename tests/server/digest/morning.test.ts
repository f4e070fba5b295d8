import {
  accept,
  cloud,
  later,
  makeFiling,
  makeNotice,
  makeOffice,
  makePerson,
  makeReceipt,
  makeSeatedUnit,
  makeUnit,
  NOW,
} from '../../support';
import { makeHandover } from '../home/handovers';
import { draftingOffice, submittedDraft } from '../notice/drafting';
import { countOf, digestOf, makeDigest } from './world';

const DAY = '2026-11-23';
/** 08:30 in Shanghai on a day, and a minute before. */
const half = (day: string) => `${day}T00:30:00.000Z`;
const before = (day: string) => `${day}T00:29:00.000Z`;
const credits = { todo: { told: 1 } };
const reader = (over = {}) =>
  makePerson({ staff: { role: 'editor', name: '示例秘书' }, digest: true, credits, ...over });
const messages = async () =>
  (await cloud.find('outbox', {})).filter(
    ({ subjectId }) => typeof subjectId === 'string' && subjectId.startsWith('digest_'),
  );
const days = async () => (await cloud.find('digests', {})).map(({ _id }) => _id).sort();

describe('dispatch: the digest of the morning', () => {
  it('is made at its time on a working day, once, and pushed to those who want it', async () => {
    await makeOffice();
    const wants = await reader();
    await reader({ digest: false });
    await reader({ credits: {} });
    await makePerson({ digest: true, credits }); // staff no more
    await cloud.clock.set(before(DAY));
    await cloud.fireTimer('minute');
    expect(await days()).toEqual([]);
    await cloud.clock.set(half(DAY));
    for (let i = 0; i < 3; i += 1) await cloud.fireTimer('minute');
    expect(await days()).toEqual([DAY]);
    expect(await digestOf(DAY)).toMatchObject({ pushed: true, lines: [], at: new Date(half(DAY)) });
    expect(await messages()).toMatchObject([
      {
        _id: `digest_${DAY}_${wants.openid}`,
        message: 'todo',
        openid: wants.openid,
        page: `features/digest/today/index?day=${DAY}`,
        data: {
          thing1: '秘书处今日早报',
          thing2: '示例市煤炭工业协会',
          time3: '2026年11月23日 08:30',
          thing4: '今天没有到期和卡住的事',
        },
      },
    ]);
  });

  it.each([
    ['2026-11-21', '周六'],
    ['2026-10-01', '国庆节'],
    ['2026-02-17', '春节'],
  ])('is not made on a free day: %s %s', async (day) => {
    await makeOffice();
    await cloud.clock.set(half(day));
    await cloud.fireTimer('minute');
    expect(await days()).toEqual([]);
  });

  it('is made on a Sunday that is worked (调休)', async () => {
    await makeOffice();
    await cloud.clock.set(half('2026-09-20'));
    await cloud.fireTimer('minute');
    expect(await days()).toEqual(['2026-09-20']);
  });

  it('is made later when the timer missed its time; one made in quiet hours is not pushed the next day', async () => {
    await makeOffice();
    await reader();
    await cloud.clock.set(`${DAY}T15:30:00.000Z`); // 23:30
    await cloud.fireTimer('minute');
    expect(await digestOf(DAY)).toMatchObject({ pushed: true });
    expect(await messages()).toEqual([]);
  });

  it('covers since the last one when days were missed', async () => {
    await makeOffice();
    await makeDigest({ _id: '2026-11-18', at: new Date('2026-11-18T00:30:00.000Z') });
    await makeUnit({ createdAt: new Date('2026-11-17T00:00:00.000Z') });
    await makeUnit({ createdAt: new Date('2026-11-19T00:00:00.000Z') });
    await makeUnit({
      active: false,
      left: { at: later(-2), on: '2026-11-21', reason: '注销', by: '示例秘书' },
    });
    await makeUnit({
      createdAt: later(-900),
      departures: [
        { at: later(-90), on: '2026-08-01', reason: '', by: '', backAt: later(-1), backBy: '示例秘书' },
      ],
    });
    await cloud.fireTimer('minute');
    const digest = await digestOf(DAY);
    expect(digest).toMatchObject({ since: new Date('2026-11-18T00:30:00.000Z') });
    expect(countOf(digest, 'joined')).toBe(2);
    expect(countOf(digest, 'left')).toBe(1);
  });

  it('keeps 30 days', async () => {
    await makeOffice();
    await makeDigest({ _id: '2026-10-23' });
    await makeDigest({ _id: '2026-10-24' });
    await cloud.fireTimer('minute');
    expect(await days()).toEqual(['2026-10-24', DAY]);
  });

  it.each(['kill-function', 'kill-after'] as const)(
    'is made once and pushed once when runs die (%s) at any write',
    async (fault) => {
      await makeOffice();
      const { openid } = await reader({ credits: { todo: { told: 9 } } });
      await accept(openid, 'todo', 9);
      await cloud.fireTimer('minute');
      const writes = ['insertDocument', 'modifyDocument', 'deleteDocument'];
      for (const day of ['2026-11-24', '2026-11-25', '2026-11-26']) {
        await cloud.clock.set(half(day));
        const api = `database.${writes[Number(day.slice(-1)) % 3] ?? ''}`;
        await cloud.script({ api, function: 'dispatch', skip: 0, times: 2, fault });
        for (let i = 0; i < 6; i += 1) await cloud.fireTimer('minute').catch(() => null);
        expect(await digestOf(day)).toMatchObject({ pushed: true });
        expect((await messages()).filter(({ subjectId }) => subjectId === `digest_${day}`)).toHaveLength(1);
      }
    },
  );

  it('is one when two runs overlap', async () => {
    await makeOffice();
    await reader();
    await makeUnit({ createdAt: new Date(NOW) });
    await Promise.all([cloud.fireTimer('minute'), cloud.fireTimer('minute')]);
    await cloud.fireTimer('minute');
    expect(await days()).toEqual([DAY]);
    expect(await messages()).toHaveLength(1);
  });
});

describe('what the digest tells', () => {
  const make = async () => {
    await cloud.fireTimer('minute');
    return digestOf(DAY);
  };
  const counts = { total: 4, opened: 2, confirmed: 1 };

  it('tells of notices that are over or due within two working days, not of settled or later ones', async () => {
    await makeOffice();
    const over = await makeNotice({ dueAt: later(-2), counts, title: '关于甲的通知' });
    await makeNotice({ dueAt: new Date('2026-11-25T16:00:00.000Z'), counts }); // the 25th's 24:00
    await makeNotice({ dueAt: new Date('2026-11-25T16:30:00.000Z'), counts }); // the 26th
    await makeNotice({ dueAt: later(1), counts: { total: 4, opened: 4, confirmed: 4 } });
    await makeNotice({ dueAt: later(1), counts, running: false, state: 'withdrawn' });
    const digest = await make();
    expect(countOf(digest, 'overdue')).toBe(1);
    expect(countOf(digest, 'dueSoon')).toBe(1);
    expect(digest?.lines.find(({ key }) => key === 'overdue')?.items).toEqual([
      { id: over._id, name: '关于甲的通知', note: '已超期2天，还差3家', done: 1, total: 4 },
    ]);
  });

  it('tells of filings and handovers that wait longer than three working days', async () => {
    await makeOffice();
    const unit = await makeUnit();
    const filed = (at: string) =>
      makeFiling(unit, { openid: at, submittedAt: new Date(at), order: `${at}_x` });
    await filed('2026-11-17T15:59:00.000Z');
    await filed('2026-11-17T16:01:00.000Z');
    const entry = (at: string) => [{ at: new Date(at), event: 'leaver-agree', by: '', note: '' }];
    await makeHandover({ state: 'ready', history: entry('2026-11-16T01:00:00.000Z') });
    await makeHandover({ state: 'ready', history: entry('2026-11-20T01:00:00.000Z') });
    const digest = await make();
    expect(countOf(digest, 'filings')).toBe(1);
    expect(countOf(digest, 'handovers')).toBe(1);
  });

  it('tells of drafts that wait to be looked over, without their titles, in the count and in the message', async () => {
    const { writer } = await draftingOffice();
    await cloud.clock.set('2026-11-22T09:00:00.000Z');
    const { draftId: id } = await submittedDraft(writer);
    await reader();
    await cloud.clock.set(half(DAY));
    await cloud.fireTimer('minute');
    const digest = await digestOf(DAY);
    expect(digest?.lines.find(({ key }) => key === 'drafts')).toEqual({
      key: 'drafts',
      count: 1,
      items: [{ id, name: '示例写手送审的通知', note: '11月22日 17:00送审' }],
    });
    expect(await messages()).toMatchObject([
      { data: { thing4: expect.stringContaining('到期1') as string } },
    ]);
  });

  it('tells who is stuck: owes two, has no liaison for long, is reached by no push', async () => {
    await makeOffice();
    const { unit } = await makeSeatedUnit();
    const empty = await makeUnit({ vacantSince: later(-31) });
    await makeUnit({ vacantSince: later(-29) });
    for (let i = 0; i < 2; i += 1) await makeReceipt(await makeNotice({ dueAt: later(9) }), unit);
    const digest = await make();
    expect(countOf(digest, 'several')).toBe(1);
    expect(countOf(digest, 'unreachable')).toBe(1);
    expect(digest?.lines.find(({ key }) => key === 'vacant')?.items).toEqual([
      { id: empty._id, name: empty.name, note: '已31天没有联络员' },
    ]);
  });

  it('tells what the units did, and what began, ended and was taken back', async () => {
    await makeOffice();
    const { unit, liaison } = await makeSeatedUnit();
    const fresh = await makeNotice({ dueAt: later(9), title: '关于乙的通知' });
    await makeReceipt(fresh, unit);
    await makeNotice({ dueAt: later(-0.5), order: '2026-11-01T00:00:00.000Z_x' });
    await makeNotice({
      state: 'withdrawn',
      running: false,
      order: '2026-11-01T00:00:00.000Z_y',
      dueAt: later(9),
      withdrawn: { at: later(-0.2), by: '示例秘书', reason: '日期写错', requestId: 'request' },
    });
    await liaison.change('notice.confirm', { noticeId: fresh._id, unitId: unit._id });
    const filing = { inForce: true, open: false, state: 'approved' as const, since: later(-0.1) };
    await makeFiling(unit, filing);
    await makeFiling(unit, { ...filing, handoverId: 'handover-x' });
    const digest = await make();
    const told = ['done', 'published', 'ended', 'withdrawn', 'liaisons', 'handedOver'];
    expect(told.map((key) => countOf(digest, key))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(digest?.lines.find(({ key }) => key === 'done')?.items).toEqual([
      { id: fresh._id, name: '关于乙的通知', note: '1家办结', done: 1 },
    ]);
  });
});
