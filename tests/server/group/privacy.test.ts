import { cloud, makeStaff, makeUnit } from '../../support';
import { everything, makeFormer } from '../privacy/persons';
import { makeGroup, makeJoin } from './groups';

/** What is kept of a person in a group's WeChat list is the person's to see and to have deleted (decision D10). */
async function inGroup() {
  const { person } = await makeFormer();
  const unit = await makeUnit();
  const group = await makeGroup({ name: '西安片区' });
  await makeJoin(
    group,
    { ...unit, contacts: [{ kind: 'liaison', name: '示例乙', position: '', phone: '', landline: '', email: '', wechat: '' }] }, // prettier-ignore
    { openid: person.openid },
  );
  return { person, unit, group };
}

it('the person’s own data names the WeChat groups', async () => {
  const { person, unit } = await inGroup();
  const rows: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await person.ask('privacy.mine', cursor ? { cursor } : {});
    rows.push(...page.sections.flatMap((one) => one.rows.map(({ label, value }) => `${label} ${value}`)));
    cursor = page.next;
  }
  expect(rows.filter((row) => row.startsWith('西安片区'))).toEqual([
    `西安片区 ${unit.name}，2026-11-23 09:00登记已进群`,
  ]);
});

it('deleted at the person’s request, somebody is still to be moved out, but not who', async () => {
  const { person, group } = await inGroup();
  const { erasureId } = await person.change('privacy.requestErasure', { reason: '' });
  const staff = await makeStaff('secretary-general');
  await staff.change('privacy.decide', { erasureId, decision: 'agree' });
  expect(await everything('joins')).not.toContain(person.openid);
  expect(await everything('joins')).not.toContain('示例乙');
  expect(await cloud.find('joins', {})).toMatchObject([{ state: 'in', openid: '', name: '' }]);
  expect(await staff.ask('group.leavers', { groupId: group._id })).toMatchObject({
    leavers: [{ name: '', why: 'person' }],
  });
});
