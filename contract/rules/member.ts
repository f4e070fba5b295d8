import type { MemberRule } from '../audience';

/** What of a unit decides whether it is a member of a group. */
export interface Classed {
  _id: string;
  hosts: string[];
  post: string;
  nature: string;
  region: string;
  industry: string;
  tags: string[];
}

/** The same as the query for a group's members, of one unit at hand: lines together, or named; never an exception. */
export function isMember(rule: MemberRule, unit: Classed): boolean {
  const { hosts, posts, natures, regions, industries, tags, unitIds = [], except = [] } = rule;
  if (except.includes(unit._id)) return false;
  if (unitIds.includes(unit._id)) return true;
  const lines: [wanted: readonly string[] | undefined, has: readonly string[]][] = [
    [hosts, unit.hosts],
    [posts, [unit.post]],
    [natures, [unit.nature]],
    [regions, [unit.region]],
    [industries, [unit.industry]],
    [tags, unit.tags],
  ];
  const asked = lines.filter(([wanted]) => wanted?.length);
  return asked.length > 0 && asked.every(([wanted, has]) => has.some((one) => wanted?.includes(one)));
}
