import { missingPieces } from '@contract/rules/group-text';
import { maskMobile } from '@contract/rules/mask';
import type { Act } from '../../../kit/act';
import { joins } from '../../../stores/joins';
import { units, type Unit } from '../../../stores/units';
import { groupOf } from '../find';
import { joinIdsOf, personOf } from '../person';

/** Rows read in one request, the platform's most. */
const READ = 1000;

/** Every member is looked at: two requests for each thousand. */
export const missing: Act<'group.missing'> = async (_ctx, { groupId }) => {
  const group = await groupOf(groupId);
  const inside = await everybodyIn(groupId);
  const names: string[] = [];
  let total = 0;
  for (let after: string | undefined; ;) {
    const found = await units.members(group.members, after, READ);
    total += found.length;
    for (const unit of found) if (!isInside(groupId, unit, inside)) names.push(lineOf(unit));
    after = found[found.length - 1]?.sortKey;
    if (found.length < READ) break;
  }
  return { total, missing: names.length, pieces: missingPieces(group.name, group.wechat.name, names) };
};

function isInside(groupId: string, unit: Unit, inside: Set<string>): boolean {
  const person = personOf(unit);
  return !!person && joinIdsOf(groupId, unit._id, person).some((id) => inside.has(id));
}

function lineOf(unit: Unit): string {
  const person = personOf(unit);
  if (!person) return `${unit.name}（尚无联络员）`;
  return `${unit.name}（${[person.name, person.phone && maskMobile(person.phone)].filter(Boolean).join(' ')}）`;
}

async function everybodyIn(groupId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let after: string | undefined; ;) {
    const found = await joins.inGroup(groupId, after, READ);
    for (const { _id } of found) ids.add(_id);
    after = found[found.length - 1]?.order;
    if (found.length < READ) return ids;
  }
}
