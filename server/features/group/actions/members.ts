import type { Output } from '@contract/index';
import type { Act } from '../../../kit/act';
import { units, type Unit } from '../../../stores/units';
import { groupOf } from '../find';
import { presentPerson } from '../present';
import { isIn, standingOf, STANDING_MOST, type Standing } from '../standing';

/** Rows a phone is sent at once. */
const PAGE = 50;

/** Besides the caller and the group two requests, whatever is shown: of the missing fewer than a page may come. */
export const members: Act<'group.members'> = async (_ctx, { groupId, show, cursor }) => {
  const group = await groupOf(groupId);
  const read = show === 'missing' ? STANDING_MOST : PAGE;
  const found = await units.members(group.members, cursor, read);
  const standing = await standingOf(groupId, found);
  const wanted = standing.filter((one) => show === 'all' || !isIn(one));
  const shown = wanted.slice(0, PAGE);
  const whole = found.length < read && shown.length === wanted.length;
  // After the last that was looked at: the rest of a page of missing ones is looked at again.
  const last = wanted.length > shown.length ? shown[shown.length - 1]?.unit : found[found.length - 1];
  return { members: shown.map(present), next: whole ? null : (last?.sortKey ?? null) };
};

const present = (one: Standing<Unit>): Output<'group.members'>['members'][number] => ({
  unitId: one.unit._id,
  unitName: one.unit.name,
  region: one.unit.region,
  person: one.person && presentPerson(one.person),
  joinedAt: isIn(one) ? (one.join?.at.toISOString() ?? null) : null,
});
