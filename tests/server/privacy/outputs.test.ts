import * as v from 'valibot';
import { maskMobile } from '@contract/rules/mask';
import { may, roles, type Right, type Role } from '@contract/rules/rights';
import { contract, type ActionName } from '@contract/index';
import type { Reply } from '@contract/errors';
import { VIEWS } from '@server/features/privacy/present';
import { cloud, makeLiaison, makeSeatedUnit, makeStaff, makeUnit, requestId, stranger } from '../../support';
import { inputOf } from './inputs';
import { CONTACT, ID_NUMBER, known, MOBILE, NAME, SECRETS, textsBehind } from './known';

/**
 * What leaves the server, of every action there is (decision D10): whoever is answered with somebody's whole number, ID
 * number, mail, WeChat id or photo has the right, and a number among it stands in the log that the person reads. Walks
 * over the contract, so that an action added tomorrow is walked too.
 */

const names = Object.keys(contract) as ActionName[];

/** Where liaisons of other units read a name: the directory, and whom the office's own documents name. */
const NAMED_TO_LIAISONS: ActionName[] = ['directory.list', 'group.mine'];
/** Which right shows what. All staff may see numbers; forms and papers of a person are for who reviews them. */
const RIGHTS: Record<string, Right> = { phone: 'contact.reveal', other: 'filing.review' };
/**
 * Answers that hold numbers unlogged, with the reason: rows of a sheet that were not taken in are nobody's yet, and go
 * back to whoever may bring in rosters.
 */
const UNLOGGED: ActionName[] = ['roster.rejects'];

/** Actions somebody was really answered. */
const answered = new Set<string>();

type Who = Awaited<ReturnType<typeof makeStaff>>;

async function told(who: Pick<Who, 'call'>, name: ActionName, input: object) {
  const reply: Reply<unknown> = await who.call(name, input, requestId());
  const text = [JSON.stringify(reply), ...(await textsBehind(reply))].join('\n');
  return { reply, secrets: SECRETS.filter((secret) => text.includes(secret)), named: text.includes(NAME) };
}

const logged = async (openid: string, name: ActionName, subjects: string[]) =>
  (await cloud.find('audits', { openid, action: name })).some(
    ({ collection, subjectId }) =>
      (collection === 'people' || collection === 'contacts') && subjects.includes(subjectId as string),
  );

it.each(names)('of %s: to nobody without the right, and no number unlogged', async (name) => {
  const world = await known();
  const input = v.safeParse(contract[name].input, inputOf(name, world.ids));
  expect(input.issues?.map(({ message, path }) => [message, path?.map(({ key }) => key)])).toBeUndefined();
  const { liaison: other } = await makeSeatedUnit();
  const former = await makeLiaison(await makeUnit(), { seats: [], consents: [] });
  const outsiders = { stranger: stranger(), former, other };
  for (const [who, caller] of Object.entries(outsiders)) {
    const { secrets, named } = await told(caller, name, inputOf(name, world.ids));
    const mayName = who === 'other' && NAMED_TO_LIAISONS.includes(name);
    expect({ who, secrets, named: named && !mayName }).toEqual({ who, secrets: [], named: false });
  }
  // Admin last: what changes a thing changes it for who comes after.
  for (const role of (Object.keys(roles) as Role[]).reverse()) {
    const staff = await makeStaff(role, '示例同事');
    const { reply, secrets } = await told(staff, name, inputOf(name, world.ids));
    if (reply.ok) answered.add(name);
    if (secrets.length === 0) continue;
    const right = secrets.includes(ID_NUMBER) ? RIGHTS.other : RIGHTS.phone;
    expect({ name, role, secrets, may: right && may(role, right) }).toEqual({
      name,
      role,
      secrets,
      may: true,
    });
    if (UNLOGGED.includes(name)) continue;
    const isLogged = await logged(staff.openid, name, [world.openid, world.contactKey]);
    expect({ name, role, secrets, isLogged, read: VIEWS.test(name) }).toEqual({
      name,
      role,
      secrets,
      isLogged: true,
      read: true,
    });
  }
});

/** Answered to the person or the writer alone, to whoever has the code in hand, or made in the morning. */
const OWN: ActionName[] = [
  'code.findUnits',
  'digest.items',
  'filing.draft',
  'group.mine',
  'home.liaison',
  'notice.getDraft',
  'notice.inbox',
  'record.mine',
  'seat.proxy',
  'seat.proxyCode',
];

it('was a walk in which every question was answered to somebody, and most requests', () => {
  const silent = names.filter((name) => !answered.has(name));
  expect(silent.filter((name) => contract[name].kind === 'query').sort()).toEqual(OWN);
  expect(silent.length).toBeLessThan(names.length / 2);
});

it('would find them: the world holds every one, and who may is told', async () => {
  const world = await known();
  const rows = JSON.stringify(
    await Promise.all(['people', 'filings', 'units'].map((one) => cloud.find(one, {}))),
  );
  for (const secret of [MOBILE, CONTACT.phone, 'known@example.com', 'known-wechat'])
    expect(rows).toContain(secret);
  const staff = await makeStaff();
  const shown = await told(staff, 'filing.get', { filingId: world.ids.filingId });
  expect(shown.secrets.length).toBeGreaterThan(3);
  expect(shown.named).toBe(true);
  expect((await told(staff, 'filing.reveal', { filingId: world.ids.filingId })).secrets).toEqual([ID_NUMBER]);
  expect(JSON.stringify(await staff.ask('directory.list', {}))).toContain(maskMobile(MOBILE));
});
