import { scopes, type Scope } from '@contract/rules/rights';
import type { Person } from '@server/stores/people';
import { features as apiFeatures } from '@server/features';
import { documentFeatures } from '@server/features/documents';
import { anyone, consented, known } from '@server/kit/rules';
import { served } from '@server/kit/serve';
import { cloud, makeNotice, makeOffice, makeReceipt, makeStaff } from '../../support';
import { ready } from '../handover/parties';
import { accepted } from './lent';

/** Every action of the contract, asked of its rule: what it lets pass for one unit. */
const actions = [...served([...apiFeatures, ...documentFeatures])];

/** What everybody may ask of the own data, whoever that is by now; a paper of the own registration alone. */
const MINE = [
  'paper.form',
  'privacy.get',
  'privacy.mine',
  'privacy.requestErasure',
  'privacy.views',
  'privacy.withdrawErasure',
];

/** Open to whoever calls, each of them looking for what is the caller's own. */
const OWN = actions.filter(
  ([name, { rule }]) => rule === anyone || rule === known || rule === consented || MINE.includes(name),
);

async function allowed(openid: string, unitId: string): Promise<string[]> {
  const [row] = (await cloud.find('people', { _id: openid })) as unknown as Person[];
  const person = row ?? null;
  const passes = ({ rule }: (typeof actions)[number][1]) => {
    try {
      rule({ openid, person }, { unitId });
      return true;
    } catch {
      return false;
    }
  };
  const own = new Set(OWN.map(([name]) => name));
  return actions.flatMap(([name, one]) => (passes(one) && !own.has(name) ? [name] : [])).sort();
}

/** What each matter opens; the others have no actions of units yet. */
const OPENS: Record<Scope, string[]> = {
  notice: ['group.mine', 'home.liaison', 'notice.answer', 'notice.confirm', 'notice.inbox', 'notice.open'],
  article: [],
  meeting: [],
  opinion: [],
  dues: [],
};

describe('what a temporary proxy may do', () => {
  beforeEach(async () => void (await makeOffice()));

  it.each(Object.keys(scopes) as Scope[])('is what was lent, over every action: %s', async (scope) => {
    const { unit, proxy } = await accepted([scope]);
    expect(await allowed(proxy.openid, unit._id)).toEqual(OPENS[scope]);
    expect(await allowed(proxy.openid, 'unit-another')).toEqual([]);
  });

  it('and nothing from the first second of the day after, at midnight of Shanghai', async () => {
    const { unit, proxy } = await accepted(['notice']);
    const notice = await makeNotice();
    await makeReceipt(notice, unit);
    const input = { unitId: unit._id, noticeId: notice._id };
    await cloud.clock.set('2026-11-30T15:59:59.999Z');
    expect(await proxy.ask('home.liaison', { unitId: unit._id })).toMatchObject({ total: 1 });
    await cloud.clock.set('2026-11-30T16:00:00.000Z');
    for (const [action, sent] of [
      ['home.liaison', { unitId: unit._id }],
      ['notice.inbox', { unitId: unit._id }],
      ['notice.open', input],
      ['notice.confirm', input],
      ['notice.answer', { ...input, answers: {} }],
      ['group.mine', { unitId: unit._id }],
    ] as const)
      expect([action, (await proxy.fails(action, sent)).code]).toEqual([action, 'stranger']);
    expect(await proxy.ask('notice.get', input)).toMatchObject({ view: 'card' });
    expect((await cloud.find('receipts', {}))[0]).toMatchObject({ state: 'waiting' });
  });
});

describe('what somebody may do who handed the seat over', () => {
  it('is nothing, over every action, from that second on', async () => {
    await makeOffice();
    const { unit, filingId, leaver, successor } = await ready();
    const before = await allowed(leaver.openid, unit._id);
    expect(before.length).toBeGreaterThan(15);
    expect(await allowed(successor.openid, unit._id)).toEqual([]);
    await (await makeStaff()).change('filing.approve', { filingId });
    expect(await allowed(leaver.openid, unit._id)).toEqual([]);
    expect(await allowed(successor.openid, unit._id)).toEqual(before);
    expect(await leaver.fails('paper.form', { filingId })).toMatchObject({ code: 'stranger' });
  });
});
