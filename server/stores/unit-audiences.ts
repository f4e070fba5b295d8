import { _ } from '../kit/cloud';
import { table, type Where } from '../kit/table';
import type { Audience, MemberRule } from '@contract/audience';
import type { Unit } from './units';

/** Units a notice goes to, and members of a group. */

const rows = table<Unit>('units');
const ORDER: [string, 'asc'][] = [['sortKey', 'asc']];

/** An audience with what its groups meant when it was sent, so that a later change of a group does not change it. */
export type Recipients = Audience & { groupRules?: MemberRule[] };

/** Units of these lines, all of them together; none: no line was chosen. */
function ofLines({ hosts, posts, natures, regions, industries, tags }: MemberRule): Where[] {
  const lines = { hosts, post: posts, nature: natures, region: regions, industry: industries, tags };
  const chosen = Object.entries(lines).flatMap(([field, values]) =>
    values?.length ? [[field, _.in(values)] as const] : [],
  );
  return chosen.length ? [Object.fromEntries(chosen)] : [];
}

const named = (unitIds: string[] = []): Where[] => (unitIds.length ? [{ _id: _.in(unitIds) }] : []);
const without = (except: string[] = []): Where => (except.length ? { _id: _.nin(except) } : {});
const both = (...all: unknown[]) => _.and(all as object[]) as unknown as Where;

/** Members of one group; the caller says that they are active ones, which is what the index serves. */
const ofMembers = (rule: MemberRule): Where =>
  both(without(rule.except), _.or([...ofLines(rule), ...named(rule.unitIds)]));

/** Active units an audience holds; `more` narrows it. */
function ofAudience(audience: Recipients, more?: Where | ''): Where {
  const active = { active: true, ...(more || {}) };
  if (audience.kind === 'units') return { ...active, _id: _.in(audience.unitIds) };
  const base = { ...active, ...without(audience.except) };
  if (audience.kind === 'all') return base;
  const { groups = [], groupRules = [], unitIds } = audience;
  // Sent all the same, it would go to everybody the other lines allow.
  if (groups.length > groupRules.length) throw new Error('an audience was used without its groups resolved');
  const lines = [
    ...ofLines(audience),
    ...(groupRules.length ? [_.or(groupRules.map(ofMembers)) as unknown as Where] : []),
  ];
  const [only] = lines;
  const rule = lines.length > 1 ? [both(...lines)] : only ? [only] : [];
  return both(base, _.or([...rule, ...named(unitIds)]));
}

export const unitAudiences = {
  /** What a publication snapshots, in pinyin order after `after`. */
  audience: (audience: Recipients, after: string | undefined, limit: number) =>
    rows.find({
      where: ofAudience(audience, after && { sortKey: _.gt(after) }),
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'short', 'region', 'regionKey', 'sortKey', 'seated', 'seats'],
    }),
  countAudience: (audience: Recipients) => rows.count(ofAudience(audience)),
  /** Members of a group as they are now, in pinyin order after `after`. */
  members: (rule: MemberRule, after: string | undefined, limit: number) =>
    rows.find({
      where: both({ active: true, ...(after && { sortKey: _.gt(after) }) }, ofMembers(rule)),
      orderBy: ORDER,
      limit,
      fields: ['_id', 'name', 'region', 'sortKey', 'seats', 'contacts'],
    }),
  countMembers: (rule: MemberRule) => rows.count(both({ active: true }, ofMembers(rule))),
};
