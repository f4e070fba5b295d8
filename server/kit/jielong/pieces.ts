import type { JielongEntry } from '@contract/rules/jielong';
import { keyOf } from './keys';
import type { NameIndex } from './name-index';

/** Parts of a line that are read as one name at most: a name typed with spaces in it. */
const RUN = 6;
/** Unit and person written as one word. */
const GLUED_MAX = 80;

/** A word or a run of words and what it may be. */
export interface Piece {
  text: string;
  /** In brackets; what it says counts, what it does not say is no objection. */
  aside: boolean;
  listed: boolean;
  units: number[];
  /** A full name, which nothing can be mistaken for. */
  whole: boolean;
  people: number[];
  /** The person's name that was written together with the unit's. */
  glued: string;
}

/** What the words of a line may be, one by one or as runs that are one name. */
export function piecesOf({ parts }: JielongEntry, index: NameIndex): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < parts.length;) {
    const run = longestRun(parts, i, index);
    if (run) pieces.push(run.piece);
    else {
      const part = parts[i];
      if (part) pieces.push(single(part, index));
    }
    i += run?.length ?? 1;
  }
  return pieces;
}

function longestRun(parts: JielongEntry['parts'], from: number, index: NameIndex) {
  for (let length = Math.min(RUN, parts.length - from); length > 1; length -= 1) {
    const run = parts.slice(from, from + length);
    if (run.slice(1).some(({ listed }) => listed)) continue;
    const text = run.map((part) => part.text).join('');
    const found = index.units(keyOf(text));
    const [first] = run;
    if (found && first)
      return {
        length,
        piece: { ...first, text, units: found.found, whole: found.whole, people: [], glued: '' },
      };
  }
  return null;
}

function single(part: JielongEntry['parts'][number], index: NameIndex): Piece {
  const key = keyOf(part.text);
  const none = { ...part, units: [], whole: false, people: [], glued: '' };
  const found = index.units(key);
  const people = index.ofPerson(key);
  if (found) return { ...none, units: found.found, whole: found.whole, people };
  if (people.length) return { ...none, people };
  return { ...none, ...gluedTogether(key, index) };
}

/** 宏远张三 without a space: certain only when that person is one of the unit's. */
function gluedTogether(key: string, index: NameIndex): Partial<Piece> {
  if (key.length > GLUED_MAX) return {};
  for (let length = key.length - 2; length >= 2; length -= 1)
    for (const [unit, person] of [
      [key.slice(0, length), key.slice(length)],
      [key.slice(key.length - length), key.slice(0, key.length - length)],
    ] as const) {
      const of = index.ofPerson(person);
      const found = index.units(unit);
      const units = (found?.found ?? []).filter((one) => of.includes(one));
      if (found && units.length > 0) return { units, whole: found.whole, glued: person };
    }
  return {};
}

/** A word that is a unit's short name and a person's name is the person beside a unit that has this person. */
export function personsAmongUnits(pieces: Piece[]): Piece[] {
  return pieces.map((one) => {
    if (one.units.length === 0 || one.whole || one.people.length === 0) return one;
    const beside = pieces.some(
      (other) => other !== one && other.units.some((unit) => one.people.includes(unit)),
    );
    return beside ? { ...one, units: [] } : one;
  });
}
