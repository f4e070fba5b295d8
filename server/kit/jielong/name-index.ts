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
/** Of two ways to the same fraction. */
const ROUNDING = 1e-9;
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
  /** Counted anew for each word. */
  readonly #shared: Uint16Array;
  readonly #marked = new Map<string, Uint8Array>();

  constructor(units: UnitNames[]) {
    this.#shared = new Uint16Array(units.length);
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
    const sought = words.map((one) => coreOf(keyOf(one))).filter(isWord);
    const nearest = new Nearest();
    for (const word of sought) this.#nearTo(word, nearest);
    const place = (unit: number) => this.#placeOf(unit, sought);
    return nearest
      .finalists()
      .map(([unit, score]) => ({ unit, score, place: place(unit) }))
      .sort(
        (a, b) => b.score - a.score || a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.unit - b.unit,
      )
      .slice(0, OFFERED)
      .map(({ unit }) => unit);
  }

  /**
   * Only units that may still be among the nearest are compared, those that share most with the word first: a name of
   * which `shared` pairs stand in the word is at most `0.5 + (shared + 1) / (2 * longer)` like it (Ukkonen's q-gram bound).
   */
  #nearTo(word: string, nearest: Nearest): void {
    const touched = this.#share(word);
    let most = 0;
    for (const i of touched) most = Math.max(most, this.#shared[i] ?? 0);
    for (let shared = most; shared > 0; shared -= 1) {
      const atMost = (longer: number) => 0.5 + (shared + 1) / (2 * longer) + ROUNDING;
      if (atMost(word.length) < nearest.least) break;
      for (const i of touched) {
        if (this.#shared[i] !== shared) continue;
        for (const key of this.#keys[i] ?? [])
          if (atMost(Math.max(key.length, word.length)) >= nearest.least) nearest.put(i, likeness(key, word));
      }
    }
    for (const i of touched) this.#shared[i] = 0;
  }

  /** Counts in `#shared` the word's pairs of each unit that has one which is not too common; says which these are. */
  #share(word: string): number[] {
    const touched: number[] = [];
    const common: Uint8Array[] = [];
    for (const pair of pairsOf(word)) {
      const list = this.#pairs.get(pair) ?? [];
      if (list.length > this.#common) {
        common.push(this.#among(pair, list));
        continue;
      }
      for (const i of list) {
        if (this.#shared[i] === 0) touched.push(i);
        this.#shared[i] = (this.#shared[i] ?? 0) + 1;
      }
    }
    for (const among of common)
      for (const i of touched) this.#shared[i] = (this.#shared[i] ?? 0) + (among[i] ?? 0);
    return touched;
  }

  /** 1 at the place of each unit of the list. */
  #among(pair: string, list: number[]): Uint8Array {
    let among = this.#marked.get(pair);
    if (!among) {
      among = new Uint8Array(this.#shared.length);
      for (const i of list) among[i] = 1;
      this.#marked.set(pair, among);
    }
    return among;
  }

  /** Of equals the one that an earlier word, or an earlier piece of it, is near to comes first. */
  #placeOf(unit: number, words: string[]): [word: number, pair: number] {
    for (const [at, word] of words.entries()) {
      const pair = pairsOf(word).findIndex((one) => {
        const list = this.#pairs.get(one) ?? [];
        return list.length <= this.#common && list.includes(unit);
      });
      if (pair >= 0 && (this.#keys[unit] ?? []).some((key) => likeness(key, word) >= NEAR)) return [at, pair];
    }
    return [words.length, 0];
  }
}

/** The best scores so far; `least` is what another one has to reach. */
class Nearest {
  readonly #scores = new Map<number, number>();
  readonly #best: { unit: number; score: number }[] = [];

  get least(): number {
    return this.#best.length < OFFERED ? NEAR : (this.#best[OFFERED - 1]?.score ?? NEAR);
  }

  put(unit: number, score: number): void {
    if (score < this.least || score <= (this.#scores.get(unit) ?? 0)) return;
    this.#scores.set(unit, score);
    const known = this.#best.find((one) => one.unit === unit);
    if (known) known.score = score;
    else this.#best.push({ unit, score });
    this.#best.sort((a, b) => b.score - a.score);
    if (this.#best.length > OFFERED) this.#best.pop();
  }

  /** All that may be offered: as good as the last of the best, or better. */
  finalists(): [unit: number, score: number][] {
    return [...this.#scores].filter(([, score]) => score >= this.least);
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
