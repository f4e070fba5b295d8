import { distance } from 'fastest-levenshtein';
import { coreOf, keyOf, TITLE } from './keys';

/** What a unit is called, and its people. */
export interface UnitNames {
  _id: string;
  name: string;
  short: string;
  /** Names of seated people and contacts, `|` between. */
  people: string;
}

/** Units that share a piece of a name with more others than this (or 5 in 100) are not found by that piece. */
const COMMON = 50;
/** Near names offered for one line. */
const OFFERED = 5;
const NEAR = 0.5;
/** Longer words are no names. */
const WORD_MAX = 60;
/** Shorter ones are a part of too many. */
const PART_MIN = 3;

/** Looks up units by all they may be called. Built once for a text; a unit is its place in the list. */
export class NameIndex {
  readonly #full = new Map<string, number[]>();
  readonly #loose = new Map<string, number[]>();
  readonly #people = new Map<string, number[]>();
  readonly #pairs = new Map<string, number[]>();
  readonly #keys: string[][] = [];
  readonly #whole: string[] = [];
  readonly #common: number;

  constructor(units: UnitNames[]) {
    this.#common = Math.max(COMMON, units.length / 20);
    units.forEach((unit, i) => this.#add(unit, i));
  }

  #add({ name, short, people }: UnitNames, i: number): void {
    const full = keyOf(name);
    put(this.#full, full, i);
    this.#whole.push(full);
    const others = [coreOf(full), keyOf(short), coreOf(keyOf(short))];
    for (const key of new Set(others)) if (key.length >= 2 && key !== full) put(this.#loose, key, i);
    for (const person of new Set(people.split('|').map(keyOf)))
      if (person.length >= 2) put(this.#people, person, i);
    const keys = [...new Set([coreOf(full), keyOf(short)].filter((key) => key.length >= 2))];
    this.#keys.push(keys);
    for (const pair of new Set(keys.flatMap(pairsOf))) put(this.#pairs, pair, i);
  }

  /** Units of exactly that name: the full one, or else the short one or the one without the legal form. */
  units(key: string): { found: number[]; whole: boolean } | null {
    const full = this.#full.get(key);
    if (full) return { found: full, whole: true };
    const core = coreOf(key);
    const found = [...(this.#loose.get(key) ?? []), ...(core === key ? [] : this.#looseOf(core))];
    return found.length ? { found: [...new Set(found)], whole: false } : null;
  }

  /** 宏远公司 said of a unit whose core or short name is 宏远. */
  #looseOf = (core: string): number[] => [...(this.#loose.get(core) ?? []), ...(this.#full.get(core) ?? [])];

  /** Units with a person of that name; a title behind it does not matter. */
  ofPerson(key: string): number[] {
    return this.#people.get(key) ?? this.#people.get(key.replace(TITLE, '')) ?? [];
  }

  /** The word is a part of the unit's name. */
  within(unit: number, key: string): boolean {
    return key.length >= PART_MIN && !!this.#whole[unit]?.includes(key);
  }

  /** Units that a longer word speaks of by a name of theirs or of their people, besides those known. */
  mentioned(key: string, known: ReadonlySet<number>): number[] {
    const found = new Set<number>();
    const word = key.slice(0, WORD_MAX);
    for (let from = 0; from < word.length - 1; from += 1)
      for (let to = from + 2; to <= word.length; to += 1) {
        const name = word.slice(from, to);
        const units = [this.#full, this.#loose, this.#people].flatMap((names) => names.get(name) ?? []);
        if (!units.some((unit) => known.has(unit))) units.forEach((unit) => found.add(unit));
      }
    return [...found].slice(0, OFFERED);
  }

  /** Units whose name is near to these words, the nearest first: suggestions, never more. */
  near(words: string[]): number[] {
    const scores = new Map<number, number>();
    for (const word of words.map((one) => coreOf(keyOf(one))).filter(isWord))
      for (const i of this.#sharing(word)) {
        const score = Math.max(...(this.#keys[i] ?? []).map((key) => likeness(key, word)));
        if (score >= NEAR) scores.set(i, Math.max(score, scores.get(i) ?? 0));
      }
    return [...scores]
      .sort(([, a], [, b]) => b - a)
      .slice(0, OFFERED)
      .map(([i]) => i);
  }

  #sharing(word: string): Set<number> {
    const lists = pairsOf(word).flatMap((pair) => [this.#pairs.get(pair) ?? []]);
    return new Set(lists.filter((list) => list.length <= this.#common).flat());
  }
}

function put(map: Map<string, number[]>, key: string, i: number): void {
  const list = map.get(key);
  if (list) list.push(i);
  else map.set(key, [i]);
}

const isWord = (key: string): boolean => key.length >= 2 && key.length <= WORD_MAX;

const pairsOf = (key: string): string[] =>
  Array.from({ length: key.length - 1 }, (_, i) => key.slice(i, i + 2));

/** 0 to 1; a name within the other counts more than as many equal letters. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.includes(short)) return 0.5 + short.length / long.length / 2;
  return 1 - distance(a, b) / long.length;
}
