import { educations, genders, politics, type Form } from '@contract/form';
import type { Unit } from '@server/stores/units';
import type { Random } from './random';
import { areaCodeOf } from './units';
import { givenFirst, givenSecond, positions, surnames, titles } from './words';

export const PHOTO_KEY = 'demo-photo';
export const SEALED_PAGE_KEY = 'demo-sealed-page';

/** Numbers that nobody has: 199 0000 xxxx. */
export function demoMobile(n: number): string {
  if (n > 9999) throw new Error('the fake range holds 10,000 numbers');
  return `1990000${String(n).padStart(4, '0')}`;
}

/** The registration form of an invented person for `unit`, filled in on `day`. */
export function makeForm(
  unit: Unit,
  { n, name }: { n: number; name: string },
  day: string,
  random: Random,
): Form {
  const year = Number(day.slice(0, 4));
  const born = year - random.int(26, 57);
  const started = born + 22;
  const here = Math.min(year - 1, started + random.int(2, 12));
  const position = random.pick(positions);
  return {
    unitName: unit.name,
    unitNature: unit.nature,
    unitStateLevel: unit.stateLevel,
    address: unit.address,
    postCode: unit.postCode,
    name,
    gender: random.pick(genders),
    ethnicity: random.chance(0.94) ? '汉族' : random.pick(['回族', '满族', '蒙古族']),
    birthDate: `${born}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    politics: random.chance(0.6) ? '中共党员' : random.pick(politics),
    education: random.pick(educations.slice(2, 5)),
    title: random.pick(titles),
    position,
    email: `liaison${String(n).padStart(4, '0')}@example.com`,
    landline: `${areaCodeOf(unit.region)}-0000${String(n % 10000).padStart(4, '0')}`,
    mobile: demoMobile(n),
    wechat: random.chance(0.7) ? `demo_liaison_${n}` : '',
    resume: [
      { start: `${started}-07-01`, end: `${here}-03-31`, work: `${unit.short}筹备处 办事员` },
      { start: `${here}-04-01`, end: null, work: `${unit.short} ${position}` },
    ],
    photo: PHOTO_KEY,
    recommendation: SEALED_PAGE_KEY,
  };
}

export function makeName(taken: Set<string>, random: Random): string {
  for (;;) {
    const given = random.chance(0.75)
      ? random.pick(givenFirst) + random.pick(givenSecond)
      : random.pick(givenSecond);
    const name = random.pick(surnames) + given;
    // Beyond the words' range people share names, as they do.
    if (taken.has(name) && taken.size < 3000) continue;
    taken.add(name);
    return name;
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
