import { distance } from 'fastest-levenshtein';
import { coreOf, keyOf } from '@server/kit/jielong/keys';
import { NameIndex, type UnitNames } from '@server/kit/jielong/name-index';
import fc from '../support/fast-check';

/** Near names are found by a bound; what is found is what comparing every unit with every word finds. */

const pairsOf = (key: string) => Array.from({ length: key.length - 1 }, (_, i) => key.slice(i, i + 2));

function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short) ? 0.5 + short.length / long.length / 2 : 1 - distance(a, b) / long.length;
}

/** Every unit that shares a pair which is not too common, compared with every word. */
function plainNear(units: UnitNames[], words: string[]): number[] {
  const keys = units.map(({ name, short }) => [
    ...new Set([coreOf(keyOf(name)), keyOf(short)].filter((key) => key.length >= 2)),
  ]);
  const withPair = (pair: string) =>
    keys.flatMap((own, i) => (own.some((key) => pairsOf(key).includes(pair)) ? [i] : []));
  const scores = new Map<number, number>();
  for (const word of words.map((one) => coreOf(keyOf(one)))) {
    if (word.length < 2 || word.length > 60) continue;
    const lists = pairsOf(word).map(withPair);
    const found = lists.filter((list) => list.length <= Math.max(50, units.length / 20)).flat();
    for (const i of new Set(found)) {
      const score = Math.max(...(keys[i] ?? []).map((key) => likeness(key, word)));
      if (score >= 0.5) scores.set(i, Math.max(score, scores.get(i) ?? 0));
    }
  }
  const nearest = [...scores].sort(([, a], [, b]) => b - a);
  return nearest.slice(0, 5).map(([i]) => i);
}

const letters = (max: number, min = 0) =>
  fc
    .array(fc.constantFrom(...'青岚望川海东矿业煤能'), { minLength: min, maxLength: max })
    .map((all) => all.join(''));
const unit = fc
  .tuple(
    fc.constantFrom('', '示例', '示例省'),
    letters(6, 1),
    fc.constantFrom('', '有限公司', '集团有限公司'),
    letters(4),
  )
  .map(([before, name, legal, short]) => ({ _id: 'unit', name: before + name + legal, short, people: '' }));

it('finds the same units in the same order as comparing all of them', () => {
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 140 }),
      fc.array(
        letters(8, 1).map((word) => `示例${word}`),
        { minLength: 1, maxLength: 4 },
      ),
      (units, words) => {
        expect(new NameIndex(units).near(words)).toEqual(plainNear(units, words));
      },
    ),
    { numRuns: 150, seed: 20261123 },
  );
});
