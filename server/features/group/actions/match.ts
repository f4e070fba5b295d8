import type { Output } from '@contract/index';
import { parseJielong } from '@contract/rules/jielong';
import { isMember } from '@contract/rules/member';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { keyOf } from '../../../kit/jielong/keys';
import { matchJielong, type Match } from '../../../kit/jielong/match';
import type { Group } from '../../../stores/groups';
import { units, type Unit } from '../../../stores/units';
import { groupOf } from '../find';
import { isIn, standingOf, STANDING_MOST, type Standing } from '../standing';

const READ = 1000;
const LINES = 1000;
/** To be found by name and people, to know its members by, and who is its liaison. */
const FIELDS: (keyof Unit)[] = [
  '_id', 'name', 'short', 'people', 'region', 'sortKey', 'seats', 'contacts',
  'hosts', 'post', 'nature', 'industry', 'tags',
]; // prettier-ignore

type Candidate = Output<'group.match'>['lines'][number]['candidates'][number];

/** Whom a WeChat group's member list names. All active units are looked at, or one outside would pass for one within. */
export const match: Act<'group.match'> = async (_ctx, { groupId, text }) => {
  const group = await groupOf(groupId);
  const entries = parseJielong(text);
  if (entries.length > LINES) throw new AppError('invalid', `一次最多识别${LINES}行，请分几次粘贴`, 'text');
  const all = await everyUnit();
  const matches = matchJielong(entries, all);
  const standing = await standingBy(groupId, matches, all);
  return {
    lines: matches.map((one) => {
      const candidates = one.candidates.flatMap(({ unit }) => {
        const found = standing.get(all[unit]?._id ?? '');
        return found ? [candidateOf(group, found, one.name)] : [];
      });
      // Names the unit and somebody else of it, such as the liaison before: who that is, a human knows.
      const doubtful = one.result === 'matched' && candidates.some(({ standing: how }) => how === 'other');
      const { line, raw } = one.entry;
      return { line, raw, result: doubtful ? ('ambiguous' as const) : one.result, candidates };
    }),
  };
};

async function everyUnit(): Promise<Unit[]> {
  const all: Unit[] = [];
  for (let after: string | undefined; ;) {
    const page = await units.all(true, after, READ, FIELDS);
    all.push(...page);
    after = page[page.length - 1]?.sortKey;
    if (page.length < READ) return all;
  }
}

async function standingBy(
  groupId: string,
  matches: Match[],
  all: Unit[],
): Promise<Map<string, Standing<Unit>>> {
  const named = [
    ...new Set(matches.flatMap(({ candidates }) => candidates.flatMap(({ unit }) => all[unit] ?? []))),
  ];
  const standing: Standing<Unit>[] = [];
  for (let i = 0; i < named.length; i += STANDING_MOST)
    standing.push(...(await standingOf(groupId, named.slice(i, i + STANDING_MOST))));
  return new Map(standing.map((one) => [one.unit._id, one]));
}

const candidateOf = (group: Group, one: Standing<Unit>, said: string): Candidate => ({
  unitId: one.unit._id,
  unitName: one.unit.name,
  region: one.unit.region,
  person: one.person?.name ?? '',
  standing: howItStands(group, one, said),
});

function howItStands(group: Group, one: Standing<Unit>, said: string): Candidate['standing'] {
  if (!isMember(group.members, one.unit)) return 'outside';
  if (!one.person) return 'nobody';
  if (isIn(one)) return 'in';
  return said && !keyOf(said).includes(keyOf(one.person.name)) ? 'other' : 'missing';
}
