import {
  cloud,
  later,
  makeNotice,
  makeOffice,
  makeReceipt,
  makeSeatedUnit,
  makeStaff,
  NOW,
  queued,
  subscriber,
} from '../../support';
import { willing } from '../outbox/wechat';
import { makePicture, stateOf } from '../check/contents';
import { missingUnit, laddered, nags } from '../notice/ladders';
import { draftingOffice, scheduledDraft } from '../notice/drafting';

/** What a minute costs in which nothing is to be done, and that what is due is done all the same. */

const MINUTE = 60_000;
const minute = async () => {
  await cloud.clock.advance(MINUTE);
  return (await cloud.fireTimer('minute')).result;
};
const costs = async () =>
  (await cloud.invocations())
    .filter((one) => one.function === 'dispatch' && !one.openid)
    .map(({ requests }) => requests.length);
const states = async (collection: string, id: string) =>
  (await cloud.find(collection, { _id: id }))[0]?.state as string;

/** A world at work, in which nothing is due. */
async function world() {
  await makeOffice();
  await makeStaff();
  const notice = await laddered();
  await missingUnit(notice, 5);
  await makeNotice({ running: false, settled: true });
}

describe('dispatch: a minute with nothing to do', () => {
  it('costs five requests, and not eight on an average of an hour with all that looks on its own rhythm', async () => {
    await world();
    await minute();
    for (let i = 0; i < 60; i += 1) expect(await minute()).toEqual({ ok: true });
    const hour = (await costs()).slice(1);
    expect(hour).toHaveLength(60);
    const [typical] = [...hour].sort((a, b) => a - b).slice(30, 31);
    expect(typical).toBeLessThanOrEqual(5);
    expect(hour.reduce((sum, n) => sum + n, 0) / hour.length).toBeLessThanOrEqual(7);
  });

  it('does what comes between two idle minutes in the next one', async () => {
    await world();
    await minute();
    const sent = await queued(await subscriber(1));
    const { unit, liaison } = await makeSeatedUnit();
    await willing(liaison.openid, 'notice');
    const told = await makeNotice({ push: { state: 'due', cursor: null } });
    const receipt = await makeReceipt(told, unit);
    const over = await makeNotice({ running: true, settled: true, dueAt: new Date(NOW) });
    const counted = await makeNotice({ counts: { total: 7, opened: 7, confirmed: 7 } });
    await makeReceipt(counted, unit, { changedAt: new Date(NOW) });
    await minute();
    expect(await states('outbox', sent)).toBe('sent');
    expect(await cloud.find('receipts', { _id: receipt._id })).toMatchObject([{ push: { state: 'sent' } }]);
    expect(await cloud.find('notices', { _id: over._id })).toMatchObject([{ running: false }]);
    expect(await cloud.find('notices', { _id: counted._id })).toMatchObject([{ counts: { total: 1 } }]);
  });
});

describe('dispatch: after a pause', () => {
  const DAYS = 3;

  /** Something of each kind, due while the timer sleeps. */
  async function dueSoon() {
    const { writer } = await draftingOffice(false);
    const notice = await laddered();
    await missingUnit(notice, 5);
    const picture = await makePicture();
    return {
      writer,
      notice,
      picture,
      draft: await scheduledDraft(writer, 1, { dueAt: later(20).toISOString() }),
    };
  }

  it.each([1, DAYS])('of %i days everything due is done within two minutes', async (days) => {
    const { notice, picture, draft } = await dueSoon();
    await cloud.fireTimer('minute');
    const waiting = await queued(await subscriber(1), {
      notBefore: new Date(Date.parse(NOW) + 10 * MINUTE),
    });
    const dead = await queued(await subscriber(1), {
      state: 'sending',
      lease: 'dead',
      leaseUntil: new Date(Date.parse(NOW) + MINUTE),
    });
    await cloud.clock.advance(days * 86_400_000 + MINUTE);
    await minute();
    expect((await stateOf(picture._id))?.state).toBe('queued');
    expect(await states('notices', draft.draftId)).toBe('published');
    expect(await states('outbox', waiting)).toBe('sent');
    expect(await states('outbox', dead)).toBe('unsure');
    expect((await nags()).filter(({ subjectId }) => subjectId === notice._id)).toHaveLength(1);
    const day = days === 1 ? '2026-11-24' : '2026-11-26';
    expect(await cloud.find('digests', {})).toMatchObject([{ _id: '2026-11-23' }, { _id: day }]);
  });

  it.each([
    ['digests', 'insertDocument'],
    ['digests', 'modifyDocument'],
    ['marks', 'insertDocument'],
    ['uploads', 'getDocument'],
  ])(
    'a run killed at %s (%s) is made up for a minute later, also of what looks rarely',
    async (collection, kind) => {
      await makeOffice();
      const picture = await makePicture({
        at: new Date(NOW),
        since: new Date(Date.parse(NOW) - 41 * MINUTE),
      });
      await cloud.script({
        api: `database.${kind}`,
        function: 'dispatch',
        collection,
        times: 1,
        fault: 'kill-function',
      });
      expect(await minute()).toBeUndefined();
      expect(await minute()).toEqual({ ok: true });
      expect(await cloud.find('digests', {})).toMatchObject([{ _id: '2026-11-23', pushed: true }]);
      expect((await stateOf(picture._id))?.state).toBe('queued');
      const marks = (await cloud.find('marks', {})).map(({ _id }) => _id);
      expect(marks).toEqual(expect.arrayContaining(['digest', 'left', 'papers', 'pictures', 'recount']));
    },
  );

  it('a mark of a clock that ran ahead keeps nobody from looking', async () => {
    await makeOffice();
    await cloud.insert('marks', [{ _id: 'digest', at: new Date(Date.parse(NOW) + 90 * 86_400_000) }]);
    await minute();
    expect(await cloud.find('digests', {})).toHaveLength(1);
  });

  it('two runs at once look once each and leave one mark', async () => {
    await makeOffice();
    await Promise.all([cloud.fireTimer('minute'), cloud.fireTimer('minute')]);
    expect(await cloud.find('digests', {})).toHaveLength(1);
    expect(await cloud.find('marks', { _id: 'digest' })).toMatchObject([
      { at: new Date('2026-11-23T16:00:00.000Z') },
    ]);
  });
});
