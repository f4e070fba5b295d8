import type { OutboxRow } from '@server/stores/outbox';
import {
  accept,
  cloud,
  later,
  makeOffice,
  makePerson,
  makeSeatedUnit,
  NOW,
  pushSent,
  queued,
  subscriber,
} from '../../support';
import { failWith } from './wechat';

const TEMPLATE = 'local-template-notice';
const MINUTE = 60_000;

const rowOf = async (id: string) => (await cloud.find('outbox', { _id: id }))[0] as OutboxRow | undefined;
const creditOf = async (openid: string) => (await cloud.find('people', { _id: openid }))[0]?.credits;
const run = () => cloud.fireTimer('minute');
const requestsOfRun = async () =>
  (await cloud.invocations()).filter((one) => one.function === 'dispatch').pop()?.requests ?? [];

describe('dispatch: deliver', () => {
  it('sends what is due and counts the credit down', async () => {
    const openid = await subscriber(2);
    const id = await queued(openid);
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'sent', code: null, attempts: 1, lease: null });
    expect(await cloud.messages()).toMatchObject([
      { touser: openid, templateId: TEMPLATE, data: { thing1: { value: '关于报送四季度信息的通知' } } },
    ]);
    expect(await creditOf(openid)).toEqual({ notice: { told: 2, spent: 1 } });
    await run();
    expect(await cloud.messages()).toHaveLength(1);
  });

  it('waits for the time', async () => {
    const id = await queued(await subscriber(1), { notBefore: later(1) });
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await cloud.clock.set(later(1).toISOString());
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'sent' });
  });

  it('does not ask WeChat for who has no credit by our count', async () => {
    const id = await queued(await subscriber(1, 0));
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'failed', code: 0 });
    expect(await cloud.messages()).toEqual([]);
  });

  it('43101: never tried again, and the ledger is empty', async () => {
    const openid = await subscriber(0, 3);
    const [first, second] = [await queued(openid), await queued(openid)];
    await run();
    await cloud.clock.advance(MINUTE);
    await run();
    expect(await rowOf(first)).toMatchObject({ state: 'failed', code: 43101, attempts: 1 });
    expect(await rowOf(second)).toMatchObject({ state: 'failed', code: 0 });
    expect(await creditOf(openid)).toEqual({ notice: { told: 0, pushed: 0, spent: 0 } });
  });

  it.each([40003, 40037, 41030, 47003])(
    '%i will not change: failed at once, the credit kept',
    async (code) => {
      const openid = await subscriber(1);
      const id = await queued(openid);
      await failWith(code);
      await run();
      expect(await rowOf(id)).toMatchObject({ state: 'failed', code, attempts: 1 });
      expect(await creditOf(openid)).toEqual({ notice: { told: 1 } });
    },
  );

  it.each([45009, -1])('%i: again after a while, longer each time', async (code) => {
    const id = await queued(await subscriber(1));
    await failWith(code);
    await run();
    const after = Date.parse(NOW) + MINUTE;
    expect(await rowOf(id)).toMatchObject({
      state: 'waiting',
      code,
      attempts: 1,
      notBefore: new Date(after),
    });
    await run();
    expect(await rowOf(id)).toMatchObject({ attempts: 1 });
    await cloud.clock.advance(MINUTE);
    await failWith(code);
    await run();
    expect(await rowOf(id)).toMatchObject({ attempts: 2, notBefore: new Date(after + 5 * MINUTE) });
    await cloud.clock.advance(5 * MINUTE);
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 3 });
  });

  it('gives up after six attempts', async () => {
    const id = await queued(await subscriber(1));
    for (let i = 0; i < 6; i += 1) {
      await failWith(45009);
      await run();
      await cloud.clock.advance(86_400_000);
    }
    expect(await rowOf(id)).toMatchObject({ state: 'failed', code: 45009, attempts: 6 });
  });

  it('a second try that would fall into the night waits for eight in the morning', async () => {
    await makeOffice();
    await cloud.clock.set('2026-11-23T12:59:30.000Z'); // 20:59:30
    const id = await queued(await subscriber(1));
    await failWith(-1);
    await run();
    expect(await rowOf(id)).toMatchObject({ notBefore: new Date('2026-11-24T00:00:00.000Z') });
  });

  it('an urgent one is tried again in the night', async () => {
    await makeOffice();
    await cloud.clock.set('2026-11-23T12:59:30.000Z');
    const id = await queued(await subscriber(1), { urgent: true });
    await failWith(-1);
    await run();
    expect(await rowOf(id)).toMatchObject({ notBefore: new Date('2026-11-23T13:00:30.000Z') });
  });

  it('what was held up until the night waits for the morning, unless it is urgent', async () => {
    await makeOffice();
    const calm = await queued(await subscriber(1), { notBefore: new Date('2026-11-23T12:50:00.000Z') });
    const urgent = await queued(await subscriber(1), {
      notBefore: new Date('2026-11-23T12:50:00.000Z'),
      urgent: true,
    });
    await cloud.clock.set('2026-11-23T15:00:00.000Z'); // 23:00
    await run();
    expect(await rowOf(urgent)).toMatchObject({ state: 'sent' });
    const morning = new Date('2026-11-24T00:00:00.000Z');
    expect(await rowOf(calm)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      lease: null,
      notBefore: morning,
    });
    await cloud.clock.set(morning.toISOString());
    await run();
    expect(await rowOf(calm)).toMatchObject({ state: 'sent' });
  });

  it('a reply lost on the way: tried again a minute later', async () => {
    const id = await queued(await subscriber(1));
    await cloud.script({ api: 'subscribeMessage.send', times: 1, fault: 'timeout' });
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1 });
    await cloud.clock.advance(MINUTE);
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('drops what is about a unit the person no longer acts for', async () => {
    const { unit, liaison } = await makeSeatedUnit();
    const former = await subscriber(1);
    const gone = await queued(former, { unitId: unit._id });
    await accept(liaison.openid, 'notice');
    const kept = await queued(liaison.openid, { unitId: unit._id });
    await run();
    expect(await rowOf(gone)).toMatchObject({ state: 'dropped' });
    // By our ledger this liaison accepts nothing, which is another matter than being gone.
    expect(await rowOf(kept)).toMatchObject({ state: 'failed', code: 0 });
    expect(await cloud.messages()).toEqual([]);
  });

  it('tells a proxy within the days only', async () => {
    const { unit } = await makeSeatedUnit();
    const proxy = (from: string, to: string) =>
      makePerson({
        credits: { notice: { told: 1 } },
        proxies: [
          {
            proxyId: 'p',
            unitId: unit._id,
            unitName: unit.name,
            filingId: 'f',
            from,
            to,
            scopes: ['notice'],
          },
        ],
      });
    const [today, before] = [
      await proxy('2026-11-23', '2026-11-23'),
      await proxy('2026-11-20', '2026-11-22'),
    ];
    await accept(today.openid, 'notice');
    await queued(today.openid, { unitId: unit._id });
    const late = await queued(before.openid, { unitId: unit._id });
    await run();
    expect((await cloud.messages()).map(({ touser }) => touser)).toEqual([today.openid]);
    expect(await rowOf(late)).toMatchObject({ state: 'dropped' });
  });

  it('two runs at once send each message once', async () => {
    for (let i = 0; i < 30; i += 1) await queued(await subscriber(1));
    await Promise.all([run(), run(), run()]);
    await run();
    const told = (await cloud.messages()).map(({ touser }) => touser);
    expect(new Set(told).size).toBe(30);
    expect(told).toHaveLength(30);
  });

  it('sends 100 messages in 8 requests more than a minute with nothing to do', async () => {
    await run();
    const idle = (await requestsOfRun()).length;
    for (let i = 0; i < 100; i += 1) await queued(await subscriber(1));
    await run();
    expect(await cloud.messages()).toHaveLength(100);
    const database = (await requestsOfRun()).filter(({ action }) => action.startsWith('database.'));
    expect(database.length).toBeLessThanOrEqual(idle + 8);
  });
});

describe('a run that died', () => {
  const die = async () => {
    await cloud.script({ api: 'subscribeMessage.send', times: 1, fault: 'kill-after' });
    await run();
  };

  it('is not repeated when WeChat tells that the message arrived', async () => {
    const openid = await subscriber(2);
    const id = await queued(openid);
    await die();
    expect(await rowOf(id)).toMatchObject({ state: 'sending' });
    await pushSent(openid, 'notice');
    for (let i = 0; i < 5; i += 1) {
      await cloud.clock.advance(3 * MINUTE);
      await run();
    }
    expect(await rowOf(id)).toMatchObject({ state: 'sent' });
    expect(await cloud.messages()).toHaveLength(1);
  });

  it('is repeated after ten minutes without a push', async () => {
    const id = await queued(await subscriber(2));
    await cloud.script({ api: 'subscribeMessage.send', times: 1, fault: 'kill-function' });
    await run();
    await cloud.clock.advance(3 * MINUTE);
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'unsure' });
    await cloud.clock.advance(11 * MINUTE);
    await run();
    expect(await rowOf(id)).toMatchObject({ state: 'sent' });
  });
});

describe('what WeChat pushes', () => {
  const push = (Event: string, openid: string, word: string, time = 1) =>
    cloud.push({
      MsgType: 'event',
      Event,
      FromUserName: openid,
      CreateTime: time,
      List: [{ TemplateId: TEMPLATE, SubscribeStatusString: word, PopupScene: '1' }],
    });

  it('an accept counts once however often it is pushed, and not beside the one the client told', async () => {
    const { openid } = await makePerson({ credits: { notice: { told: 1 } } });
    await push('subscribe_msg_popup_event', openid, 'accept');
    await push('subscribe_msg_popup_event', openid, 'accept');
    await push('subscribe_msg_popup_event', openid, 'reject', 2);
    expect(await creditOf(openid)).toEqual({ notice: { told: 1, pushed: 1 } });
  });

  it('switched off in the settings: nothing is left', async () => {
    const { openid } = await makePerson({ credits: { notice: { told: 4 } } });
    await push('subscribe_msg_change_event', openid, 'reject');
    expect(await creditOf(openid)).toEqual({ notice: { told: 0, pushed: 0, spent: 0 } });
  });

  it('counts for nothing when a phone sends it', async () => {
    const { openid } = await makePerson({ credits: { notice: { told: 4 } } });
    const forged = { MsgType: 'event', Event: 'subscribe_msg_change_event', FromUserName: openid };
    const List = [{ TemplateId: TEMPLATE, SubscribeStatusString: 'reject' }];
    const { result } = await cloud.call('dispatch', { ...forged, List }, { openid });
    expect(result).toEqual({ ok: false });
    expect(await creditOf(openid)).toEqual({ notice: { told: 4 } });
  });

  it('of templates and people we do not know is passed over', async () => {
    await push('subscribe_msg_popup_event', 'openid-unknown', 'accept');
    await cloud.push({ MsgType: 'event', Event: 'subscribe_msg_sent_event', FromUserName: 'x', List: 'odd' });
    await cloud.push({ MsgType: 'event', Event: 'user_enter_tempsession', FromUserName: 'x' });
    expect(await cloud.find('people', {})).toEqual([]);
  });
});
