import { posts, type Post } from '@contract/unit';
import type { Unit, UnitSearch } from '../stores/units';
import { sortPinyin, spell, type Spelled } from './pinyin';

/**
 * Search of units by name, short name, initials and pinyin, served by one index (decision D2): a unit keeps short pieces
 * of what it may be looked up by (`grams`), a search names one of them exactly and then sifts what the index gives.
 */
export interface Search {
  gram: string;
  /** Fields one of which must match. */
  either: Partial<Record<SearchPath, RegExp>>[];
}

const phonePaths = ['seats.main.phone', 'seats.deputy.phone', 'contacts.phone'] as const;
const landlinePaths = [
  'landline',
  'seats.main.landline',
  'seats.deputy.landline',
  'contacts.landline',
] as const;
type SearchPath =
  | 'name'
  | 'short'
  | 'people'
  | 'initials'
  | 'pinyin'
  | (typeof phonePaths)[number]
  | (typeof landlinePaths)[number];

/** Sort keys are cut: page places hold two of them, and an index key is at most 1024 bytes. */
const SORT_MAX = 120;
const CLASS_MAX = 60;
/** Digits of a number that everybody sees, masked or not. */
const TAIL = 4;

/** One spelling for a name however typed: full-width brackets, half-width letters and digits, single spaces. */
export const tidyName = (typed: string): string =>
  typed.normalize('NFKC').replace(/\(/g, '（').replace(/\)/g, '）').replace(/\s+/g, ' ').trim();

/** What a unit is looked up by. */
export type Found = Pick<Unit, 'name' | 'short' | 'region'> &
  Partial<Pick<Unit, 'industry' | 'post' | 'landline' | 'contacts' | 'seats'>>;

/** The unit's own search fields; written with every change of its names, people or classes. `id` makes the sort key distinct; `#` sorts before every letter and digit. */
export function searchFields(unit: Found, id: string): UnitSearch {
  const { industry = '', post = 'ordinary', contacts = [], seats } = unit;
  const seated = [seats?.main, seats?.deputy].flatMap((seat) => seat ?? []);
  const people = [...new Set([...seated, ...contacts].map(({ name }) => name).filter(Boolean))];
  const names = [unit.name, unit.short].filter(Boolean);
  const texts = [...names, ...people];
  const words = texts.map((text, i) => wordsOf(spell(text, i >= names.length)));
  const initials = words.map((list) => list.map(initialsOf).join(''));
  const sounds = words.map((list) => list.map(({ sound }) => sound).join(' '));
  /** Names of the unit, then its people: a search may be kept to the first. */
  const apart = (list: string[], between: string) =>
    [list.slice(0, names.length), list.slice(names.length)]
      .filter((part) => part.length > 0)
      .map((part) => part.join(between))
      .join('#');
  const sortKey = `${sortPinyin(unit.name, SORT_MAX)} #${id}`;
  const regionKey = sortPinyin(unit.region, CLASS_MAX);
  return {
    sortKey,
    initials: apart(initials, ' '),
    pinyin: apart(sounds, '|'),
    grams: [
      ...new Set([
        ...texts.flatMap((text) => hanRuns(text).flatMap((run) => pieces([...run]))),
        ...initials.flatMap((text) => pieces([...text])),
        ...words.flatMap((list) => list.flatMap(({ sound }) => [sound.slice(0, 1), sound.slice(0, 2)])),
        ...[...seated, ...contacts].flatMap(({ phone }) => tails(phone)),
        ...[unit, ...seated, ...contacts].flatMap(({ landline: number = '' }) => tails(number)),
        ...[unit.name, unit.short].flatMap(digitRuns),
      ]),
    ],
    people: people.join('|'),
    regionKey,
    regionPlace: `${classPlace(unit.region)}${sortKey}`,
    industryPlace: `${classPlace(industry)}${sortKey}`,
    postPlace: `${postStart(post)}${sortKey}`,
  };
}

/** What the places of all units of a region or an industry begin with; the name itself keeps apart what sounds alike. */
export const classPlace = (name: string): string => `${sortPinyin(name, CLASS_MAX)} ${name} #`;

export const postStart = (post: Post): string => `${Object.keys(posts).indexOf(post)} #`;

/** The gram a unit is found by through this number of one of its people. */
export const gramOf = (number: string): string => tails(number)[0] ?? '';

/** Last four digits of a number, marked so that they are no part of a word. */
function tails(number: string): string[] {
  const digits = number.replace(/\D/g, '');
  return digits.length >= TAIL ? [`#${digits.slice(-TAIL)}`] : [];
}

/** Every four neighbours of a longer number in a name, such as a year. */
const digitRuns = (text: string): string[] =>
  (text.match(/\d{4,}/g) ?? []).flatMap((run) =>
    Array.from({ length: run.length - TAIL + 1 }, (_, i) => `#${run.slice(i, i + TAIL)}`),
  );

/**
 * null: nothing was typed. A search without a Han character, letter or digit finds nothing. `names`: by the unit's own
 * names alone, for who may not ask at which unit a person or a number is.
 */
export function searchOf(typed: string, by: 'all' | 'names' = 'all'): Search | null {
  const text = tidyName(typed);
  if (!text) return null;
  const [run] = hanRuns(text);
  if (run) {
    const pattern = new RegExp(escape(text), 'i');
    return {
      gram: [...run].slice(0, 2).join(''),
      either: [{ name: pattern }, { short: pattern }, ...(by === 'all' ? [{ people: pattern }] : [])],
    };
  }
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/^\d{4,}$/.test(letters)) return searchOfDigits(letters, by);
  const spelled = [...letters].join(' ?');
  const [initials, pinyin] =
    by === 'all'
      ? [new RegExp(letters), new RegExp(`(^|[ |#])${spelled}`)]
      : [new RegExp(`^[^#]*${letters}`), new RegExp(`^([^#]*[ |])?${spelled}`)];
  return { gram: letters.slice(0, 2), either: [{ initials }, { pinyin }] };
}

/**
 * The end of a number, or a number in a name. Of a mobile number only what its mask shows is compared (the last four
 * digits, the first three of a whole one): guessing digit by digit would tell the rest, unlogged (decision D10).
 */
function searchOfDigits(digits: string, by: 'all' | 'names'): Search {
  const tail = digits.slice(-TAIL);
  const phone =
    digits.length === 11 ? new RegExp(`^${digits.slice(0, 3)}.*${tail}$`) : new RegExp(`${tail}$`);
  const landline = new RegExp(`${[...digits].join('\\D*')}\\D*$`);
  const inName = new RegExp(digits);
  return {
    gram: `#${tail}`,
    either: [
      { name: inName },
      { short: inName },
      ...(by === 'all' ? phonePaths.map((path) => ({ [path]: phone })) : []),
      ...(by === 'all' ? landlinePaths.map((path) => ({ [path]: landline })) : []),
    ],
  };
}

/** A Han character is a word, so is a run of letters and digits. */
function wordsOf(spelled: (Spelled | null)[]): Spelled[] {
  const words: Spelled[] = [];
  let before: Spelled | null = null;
  for (const one of spelled) {
    const last = words[words.length - 1];
    if (one && !one.han && before && !before.han && last) last.sound += one.sound;
    else if (one) words.push({ ...one });
    before = one;
  }
  return words;
}

const initialsOf = ({ sound, han }: Spelled): string => (han ? sound.slice(0, 1) : sound);

const hanRuns = (text: string): string[] => text.match(/\p{Script=Han}+/gu) ?? [];

/** Singles and neighbours. */
const pieces = (characters: string[]): string[] =>
  characters.flatMap((one, i) => [one, characters.slice(i, i + 2).join('')]);

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
