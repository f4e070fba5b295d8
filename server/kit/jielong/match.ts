import type { JielongEntry } from '@contract/rules/jielong';
import { keyOf, ORGANISATION, POST } from './keys';
import { NameIndex, type UnitNames } from './name-index';
import { personsAmongUnits, piecesOf, type Piece } from './pieces';

export type Why = 'name' | 'short' | 'person' | 'above' | 'similar';

/** What one line says of one unit; units are places in the list given. */
export interface Match {
  entry: JielongEntry;
  result: 'matched' | 'ambiguous' | 'unknown' | 'ignored';
  name: string;
  candidates: { unit: number; why: Why }[];
}

const NAME_MAX = 40;
const OFFERED = 8;

/**
 * Says for each line which unit it means. Certain is only what names exactly one unit by its full name, short name or
 * people; whatever fits two, contradicts itself or only sounds alike is left to a human (field-notes, idea 5).
 */
export function matchJielong(entries: JielongEntry[], units: UnitNames[]): Match[] {
  const index = new NameIndex(units);
  let above: Match[] = [];
  const all = entries.flatMap((entry) => {
    if (entry.ignored) return [{ entry, result: 'ignored' as const, name: '', candidates: [] }];
    let matches = matchesOf(entry, index);
    if (entry.same && matches.every(({ result }) => result !== 'matched'))
      matches = [asAbove(entry, matches, above)];
    if (entry.doubt) matches = matches.map(left);
    above = matches;
    return matches;
  });
  return lastWord(all);
}

/** A unit that says 请假 or the like further down has taken back what it said above. */
function lastWord(matches: Match[]): Match[] {
  const unsaid = new Set<number>();
  return matches.reduceRight<Match[]>((later, match) => {
    const [first, ...others] = match.candidates;
    if (first && match.entry.doubt && others.length === 0 && EXACT.includes(first.why))
      unsaid.add(first.unit);
    const taken = first && match.result === 'matched' && unsaid.has(first.unit);
    return [taken ? left(match) : match, ...later];
  }, []);
}

const EXACT: Why[] = ['name', 'short', 'person'];

const left = (match: Match): Match =>
  match.result === 'matched' ? { ...match, result: 'ambiguous' } : match;

/** 同上 may mean the same unit or the same answer. */
function asAbove(entry: JielongEntry, own: Match[], above: Match[]): Match {
  const before = above.flatMap(({ candidates }) =>
    candidates.map(({ unit }) => ({ unit, why: 'above' as const })),
  );
  const name = own.map((match) => match.name).find(Boolean) ?? '';
  return decide(entry, name, [...own.flatMap(({ candidates }) => candidates), ...before], false);
}

function matchesOf(entry: JielongEntry, index: NameIndex): Match[] {
  const pieces = personsAmongUnits(piecesOf(entry, index));
  const named = pieces.filter(({ units }) => units.length > 0);
  const people = pieces.filter(({ units, people: of }) => units.length === 0 && of.length > 0);
  const rest = pieces.filter(
    (one) => one.units.length === 0 && one.people.length === 0 && !one.aside && counts(one.text),
  );
  if (named.length > 0) return heeding(pieces, byUnits(entry, pieces, named, people, rest), index);
  if (people.length > 0) return heeding(pieces, byPeople(entry, people, rest, index), index);
  const near = index.near([...pieces.map(({ text }) => text), pieces.map(({ text }) => text).join('')]);
  return [
    decide(
      entry,
      nameOf(pieces),
      near.map((unit) => ({ unit, why: 'similar' })),
      false,
    ),
  ];
}

/** A remark that speaks of another unit or its people: 帮二建报. Who answers for whom, a human knows. */
function heeding(pieces: Piece[], matches: Match[], index: NameIndex): Match[] {
  const [head] = pieces;
  if (matches.every(({ entry }) => entry.ticked) && head?.whole) return matches;
  const own = new Set(matches.flatMap(({ candidates }) => candidates.map(({ unit }) => unit)));
  const others = pieces
    .filter(({ units, people }) => units.length === 0 && people.length === 0)
    .flatMap(({ text, aside }) =>
      !aside && LONGER_NAME.test(text) ? [] : index.mentioned(keyOf(text), own),
    );
  if (others.length === 0) return matches;
  return matches.map((match) => {
    const candidates = [...match.candidates, ...others.map((unit) => ({ unit, why: 'similar' as const }))];
    return decide(match.entry, match.name, candidates, false);
  });
}

/** A person's name may end with what is another's short name. */
const LONGER_NAME = /^[^代替帮含同及转和与兼]\p{Script=Han}{2}$/u;

const counts = (text: string): boolean => !/^\d+$/.test(text) && !POST.test(text);

function byUnits(
  entry: JielongEntry,
  pieces: Piece[],
  named: Piece[],
  people: Piece[],
  rest: Piece[],
): Match[] {
  const groups = sameUnit(named);
  const [head, ...others] = pieces;
  // A list written here says the unit in full first; a name behind it may well be another unit's short name.
  if (entry.ticked && head?.whole && others.every(({ whole }) => !whole)) {
    const unit = head.units.map((one) => ({ unit: one, why: 'name' as const }));
    return [decide(entry, nameOf(others.map((one) => ({ ...one, units: [] }))), unit, true)];
  }
  const [first] = groups;
  if (groups.length > 1 || !first) return severalUnits(entry, pieces, groups);
  const of = people.flatMap((one) => one.people);
  const also = first.people.filter((unit) => !first.units.includes(unit));
  const name = nameOf(pieces);
  const narrowed = first.units.filter((unit) => of.includes(unit));
  const units = first.units.length > 1 && narrowed.length > 0 ? narrowed : first.units;
  const why = first.whole ? 'name' : 'short';
  const candidates: Match['candidates'] = units.map((unit) => ({ unit, why }));
  // The short name of one unit, a person of another: somebody is mistaken.
  const contradicted = !first.whole && people.some((one) => !one.people.some((unit) => units.includes(unit)));
  if (contradicted || (also.length && !first.whole))
    candidates.push(...[...also, ...of].map((unit) => ({ unit, why: 'person' as const })));
  const foreign = rest.some(({ text }) => ORGANISATION.test(keyOf(text)));
  return [decide(entry, name, candidates, !contradicted && !foreign)];
}

/** Pieces that name the same unit, such as a full and a short name, as one. */
function sameUnit(named: Piece[]): Piece[] {
  const groups: Piece[] = [];
  for (const one of [...named].sort((a, b) => Number(b.whole) - Number(a.whole))) {
    const at = groups.findIndex(({ units }) => units.some((unit) => one.units.includes(unit)));
    const group = groups[at];
    if (!group) groups.push(one);
    else groups[at] = { ...group, units: group.units.filter((unit) => one.units.includes(unit)) };
  }
  return groups.sort(
    (a, b) => named.findIndex(({ text }) => text === a.text) - named.findIndex(({ text }) => text === b.text),
  );
}

/** Two units on a line are two answers where they are listed or named in full; else one may be a part of the other. */
function severalUnits(entry: JielongEntry, pieces: Piece[], groups: Piece[]): Match[] {
  const apart = groups.every(
    (one, i) => one.whole || one.glued || (i === 0 ? listedAfter(pieces, one) : one.listed),
  );
  if (!apart) {
    const all = groups.flatMap(({ units, whole }) =>
      units.map((unit) => ({ unit, why: whole ? ('name' as const) : ('short' as const) })),
    );
    return [decide(entry, nameOf(pieces), all, false)];
  }
  return groups.map((one) => {
    const mine = pieces.filter(
      (piece) => piece.units.length === 0 && piece.people.some((unit) => one.units.includes(unit)),
    );
    const name = one.glued || nameOf(mine);
    const candidates = one.units.map((unit) => ({
      unit,
      why: one.whole ? ('name' as const) : ('short' as const),
    }));
    return decide(entry, name, candidates, one.people.length === 0 || one.whole);
  });
}

const listedAfter = (pieces: Piece[], one: Piece): boolean =>
  pieces.slice(pieces.findIndex(({ text }) => text === one.text) + 1).some(({ listed }) => listed);

/** People alone: each stands for the one unit that has somebody of that name. */
function byPeople(entry: JielongEntry, people: Piece[], rest: Piece[], index: NameIndex): Match[] {
  if (rest.length > 0) {
    const fitting = people
      .flatMap((one) => one.people)
      .filter((unit) => people.every((one) => one.people.includes(unit)))
      .filter((unit) => rest.every(({ text }) => index.within(unit, keyOf(text))));
    // Their name and a part of the unit's: 沙鸥 澄湖选煤厂 for 示例澄湖选煤厂.
    if (fitting.length > 0)
      return [
        decide(
          entry,
          nameOf(people),
          fitting.map((unit) => ({ unit, why: 'person' })),
          true,
        ),
      ];
    const all = people.flatMap((one) => one.people.map((unit) => ({ unit, why: 'person' as const })));
    return [decide(entry, nameOf([...people, ...rest]), all, false)];
  }
  const matches = people.map((one) =>
    decide(
      entry,
      nameOf([one]),
      one.people.map((unit) => ({ unit, why: 'person' })),
      true,
    ),
  );
  const merged = new Map<string, Match>();
  for (const match of matches) {
    const key = match.candidates.map(({ unit }) => unit).join();
    const before = merged.get(key);
    merged.set(key, before ? { ...before, name: `${before.name}、${match.name}`.slice(0, NAME_MAX) } : match);
  }
  return [...merged.values()];
}

/** Certain when there is one unit and nothing speaks against it. */
function decide(entry: JielongEntry, name: string, all: Match['candidates'], certain: boolean): Match {
  const candidates = all.filter(({ unit }, i) => all.findIndex((other) => other.unit === unit) === i);
  const result =
    candidates.length === 0 ? 'unknown' : candidates.length === 1 && certain ? 'matched' : 'ambiguous';
  return { entry, result, name, candidates: candidates.slice(0, OFFERED) };
}

/** Who answered: people we know, or else what may be a name. */
function nameOf(pieces: Piece[]): string {
  const known = pieces.flatMap((one) =>
    one.glued ? [one.glued] : one.units.length === 0 && one.people.length ? [one.text] : [],
  );
  const others = pieces.flatMap(({ units, aside, text }) =>
    units.length === 0 && !aside && maybeName(text) ? [text] : [],
  );
  const words = known.length > 0 ? known : others;
  return [...new Set(words)].join('、').slice(0, NAME_MAX);
}

const maybeName = (text: string): boolean =>
  /^(?:\p{Script=Han}{2,5}|[A-Za-z]{2,20})$/u.test(text) && counts(text) && !ORGANISATION.test(text);
