import type { UnitSearch } from '../stores/units';
import { sortPinyin, spell, type Spelled } from './pinyin';

/**
 * Search of units by name, short name, initials and pinyin, served by one index (decision D2): a unit keeps short pieces
 * of what it may be looked up by (`grams`), a search names one of them exactly and then sifts what the index gives.
 */
export interface Search {
  gram: string;
  /** Fields one of which must match. */
  either: Partial<Record<'name' | 'short' | 'initials' | 'pinyin', RegExp>>[];
}

/** Sort keys are cut: page places hold two of them, and an index key is at most 1024 bytes. */
const SORT_MAX = 120;
const REGION_MAX = 60;

/** One spelling for a name however typed: full-width brackets, half-width letters and digits, single spaces. */
export const tidyName = (typed: string): string =>
  typed.normalize('NFKC').replace(/\(/g, '（').replace(/\)/g, '）').replace(/\s+/g, ' ').trim();

/** What a unit is found and sorted by. `id` makes the sort key distinct; `#` sorts before every letter and digit. */
export function searchFields(unit: { name: string; short: string; region: string }, id: string): UnitSearch {
  const texts = [unit.name, unit.short].filter(Boolean);
  const words = texts.map((text) => wordsOf(spell(text)));
  const initials = words.map((list) => list.map(initialsOf).join(''));
  return {
    sortKey: `${sortPinyin(unit.name, SORT_MAX)} #${id}`,
    initials: initials.join(' '),
    pinyin: words.map((list) => list.map(({ sound }) => sound).join(' ')).join('|'),
    grams: [
      ...new Set([
        ...texts.flatMap((text) => hanRuns(text).flatMap((run) => pieces([...run]))),
        ...initials.flatMap((text) => pieces([...text])),
        ...words.flatMap((list) => list.flatMap(({ sound }) => [sound.slice(0, 1), sound.slice(0, 2)])),
      ]),
    ],
    regionKey: sortPinyin(unit.region, REGION_MAX),
  };
}

/** null: nothing was typed. A search without a Han character, letter or digit finds nothing. */
export function searchOf(typed: string): Search | null {
  const text = tidyName(typed);
  if (!text) return null;
  const [run] = hanRuns(text);
  if (run) {
    const pattern = new RegExp(escape(text), 'i');
    return { gram: [...run].slice(0, 2).join(''), either: [{ name: pattern }, { short: pattern }] };
  }
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const syllables = new RegExp(`(^|[ |])${[...letters].join(' ?')}`);
  return { gram: letters.slice(0, 2), either: [{ initials: new RegExp(letters) }, { pinyin: syllables }] };
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
