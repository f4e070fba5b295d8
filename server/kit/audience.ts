import type { Audience } from '@contract/audience';
import { groups } from '../stores/groups';
import type { Recipients } from '../stores/unit-audiences';
import { AppError } from './errors';

/** Ids in one query: ten groups of a thousand chosen units each would be a query of half a megabyte. */
const IDS_MOST = 5000;

/**
 * The audience with what its saved groups mean today, to be kept with the notice: what becomes of a group later does not
 * change it (decision D6). One request when it names groups and they are not resolved yet, none otherwise.
 */
export async function withGroups<A extends Audience>(
  audience: A,
  field = 'audience',
): Promise<A & Pick<Recipients, 'groupRules'>> {
  if (audience.kind !== 'rule' || !audience.groups?.length || 'groupRules' in audience) return audience;
  const ids = [...new Set(audience.groups)];
  const found = new Map((await groups.byIds(ids)).map((group) => [group._id, group]));
  const groupRules = audience.groups.map((id, i) => {
    const group = found.get(id);
    if (!group?.active)
      throw new AppError('invalid', '有一个联络组已不存在，请重新选择联络组', `${field}.groups.${i}`);
    return group.members;
  });
  const named = groupRules.reduce((sum, { unitIds, except }) => sum + unitIds.length + except.length, 0);
  if (named > IDS_MOST)
    throw new AppError('invalid', '所选联络组里单独挑选的单位太多，请分几次发送', `${field}.groups`);
  return { ...audience, groupRules };
}

/** As the writer chose it, without what the groups meant. */
export function asWritten(audience: Recipients): Audience {
  const written = { ...audience };
  delete written.groupRules;
  return written;
}
