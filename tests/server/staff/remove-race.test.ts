import { cloud, expectLog, makeOffice, makeStaff, requestId, stranger } from '../../support';
import { officeCode } from '../office/codes';
import { admins, idOf, roleOf } from './posts';

/** The office keeps an admin, whoever takes the post from whom at the same moment and wherever it dies. */

const NAMES = ['示例甲', '示例乙', '示例丙', '示例丁'];

async function office(count: number) {
  await makeOffice();
  const people = [];
  for (const name of NAMES.slice(0, count)) people.push(await makeStaff('admin', name));
  const [first] = people;
  if (!first) throw new Error('no admin');
  const ids = await Promise.all(NAMES.slice(0, count).map((name) => idOf(first, name)));
  return people.map((person, i) => ({ person, staffId: ids[i] ?? '', next: ids[(i + 1) % count] ?? '' }));
}

it('two admins who remove each other at one moment: one stays', async () => {
  for (let round = 0; round < 8; round += 1) {
    await cloud.reset();
    const both = await office(2);
    const replies = await Promise.all(
      both.map(({ person, next }) => person.call('staff.remove', { staffId: next }, requestId())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies)
      if (!reply.ok) expect(['conflict', 'forbidden', 'stranger']).toContain(reply.error.code);
    expect(await admins()).toBe(1);
    expect(await cloud.find('audits', {})).toHaveLength(1);
  }
});

it('one removes, the other demotes, and both leave by themselves: one stays', async () => {
  for (let round = 0; round < 5; round += 1) {
    await cloud.reset();
    const [one, other] = await office(2);
    if (!one || !other) throw new Error('two admins');
    await Promise.all([
      one.person.call('staff.remove', { staffId: one.next }, requestId()),
      other.person.call('staff.appoint', { staffId: other.next, role: 'editor' }, requestId()),
      one.person.call('staff.appoint', { staffId: one.staffId, role: 'finance' }, requestId()),
      other.person.call('staff.remove', { staffId: other.staffId }, requestId()),
    ]);
    expect(await admins()).toBe(1);
  }
});

it('four in a ring: at least one stays, and nobody is removed by somebody who was no admin any more', async () => {
  for (let round = 0; round < 4; round += 1) {
    await cloud.reset();
    const ring = await office(4);
    const replies = await Promise.all(
      ring.map(({ person, next }) => person.call('staff.remove', { staffId: next }, requestId())),
    );
    const removed = replies.filter(({ ok }) => ok).length;
    expect(await admins()).toBe(4 - removed);
    expect(4 - removed).toBeGreaterThanOrEqual(1);
    expect(await cloud.find('audits', { action: 'staff.remove' })).toHaveLength(removed);
  }
});

it('an admin who uses a code for a lesser post keeps the post', async () => {
  const [only] = await office(1);
  const code = await officeCode('editor');
  expect(await only?.person.fails('office.claim', { code, name: '示例甲' })).toEqual({
    code: 'conflict',
    field: 'code',
    message: '您现在是管理员，不能用这个验证码改任其他岗位',
  });
  expect(await admins()).toBe(1);
  expect(await stranger().change('office.claim', { code, name: '示例新人' })).toMatchObject({
    role: 'editor',
  });
});

const points = [
  'database.startTransaction',
  'database.modifyDocument',
  'database.insertDocument',
  'database.commitTransaction',
] as const;
const faults = ['kill-function', 'kill-after', 'drop-reply'] as const;
const cuts = points.flatMap((api) =>
  [0, 1].flatMap((skip) => faults.map((fault) => [api, skip, fault] as const)),
);

it.each(cuts)('dies at %s %i (%s): all or nothing, and the repeat finishes it', async (api, skip, fault) => {
  expectLog(/staff\.remove/);
  const [one, other] = await office(2);
  if (!one || !other) throw new Error('two admins');
  const id = requestId();
  await cloud.script({ api, function: 'api', skip, times: 1, fault });
  await one.person.call('staff.remove', { staffId: other.staffId }, id).catch(() => 'died');
  const gone = (await roleOf(other.person)) === null;
  expect(await cloud.find('audits', {})).toHaveLength(gone ? 1 : 0);
  // Whoever is left meanwhile cannot empty the office either.
  await other.person.call('staff.remove', { staffId: one.staffId }, requestId());
  expect(await admins()).toBeGreaterThanOrEqual(1);
  const again = await one.person.call('staff.remove', { staffId: other.staffId }, id);
  expect(await admins()).toBe(1);
  if (gone) expect(again).toMatchObject({ ok: true });
});
