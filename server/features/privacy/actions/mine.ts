import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { person } from '../mine/person';
import { changes, handed, registrations } from '../mine/records';
import type { Stage } from '../mine/stage';
import { acted, deeds, groupsIn, seenBy, sentFiles } from '../mine/traces';

/** Kind by kind; no page is over some 60 KB, far below the 1 MB a reply may have. */
const stages: [name: string, stage: Stage][] = [
  ['person', person],
  ['filing', registrations],
  ['correction', changes],
  ['handover', handed],
  ['receipt', acted],
  ['group', groupsIn],
  ['upload', sentFiles],
  ['deed', deeds],
  ['view', seenBy],
];

/** The cursor is `<kind>.<place in it>`. */
export const mine: Act<'privacy.mine'> = async ({ caller }, { cursor = 'person.' }) => {
  const [, name, place = ''] = /^([a-z]+)\.(.*)$/s.exec(cursor) ?? [];
  const at = stages.findIndex(([known]) => known === name);
  const stage = stages[at]?.[1];
  if (!stage || !caller.person) throw new AppError('invalid', '翻页位置不正确', 'cursor');
  const { sections, next } = await stage(caller.person, place || undefined);
  const following = stages[at + 1];
  if (next !== null) return { sections, next: `${name ?? ''}.${next}` };
  return { sections, next: following ? `${following[0]}.` : null };
};
