import { spell } from '../../../kit/pinyin';
import { shapeOf } from './shapes';

/**
 * Slips of the pen between two names: a character of the same sound or look, one left out or put in, two neighbours
 * changed over. Infinity: another name. 宏达 and 恒远 are two companies however alike the rest is, 宏达 and 弘达 may be one.
 */
export function slips(a: string, b: string, most: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more > most) return Infinity;
  // Most pairs of names differ in their middle only, and are told apart by its first character.
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let same = 0;
  while (same < short.length - from && short[short.length - 1 - same] === long[long.length - 1 - same])
    same += 1;
  const width = short.length - from - same;
  if (width === 0) return more;
  if (more > 0) return aligned(short.slice(from, from + width), long.slice(from, from + width + more), most);
  if (width === 2 && short[from] === long[from + 1] && short[from + 1] === long[from]) return 1;
  return aside(short, long, from, width, most);
}

/** Of two names of one length: characters of the same sound or look in each other's place. */
function aside(a: string, b: string, from: number, width: number, most: number): number {
  let count = 0;
  for (let i = from; i < from + width; i += 1) {
    count += unlike(a[i] ?? '', b[i] ?? '');
    if (count > most) return Infinity;
  }
  return count;
}

/** The least over all ways to leave characters of the longer name out; a row of costs for each of the shorter. */
function aligned(short: string, long: string, most: number): number {
  const more = long.length - short.length;
  let costs = Array.from({ length: more + 1 }, (_, gap) => gap);
  for (let i = 0; i < short.length; i += 1) {
    const next: number[] = [];
    let least = Infinity;
    for (let gap = 0; gap <= more; gap += 1) {
      const beside = (costs[gap] ?? Infinity) + unlike(short[i] ?? '', long[i + gap] ?? '');
      const cost = Math.min(beside, (next[gap - 1] ?? Infinity) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return Infinity;
    costs = next;
  }
  return costs[more] ?? Infinity;
}

const unlike = (a: string, b: string): number =>
  a === b ? 0 : soundOf(a) === soundOf(b) || shapeOf(a) === shapeOf(b) ? 1 : Infinity;

const sounds = new Map<string, string>();

/** Without tones, and without what many do not tell apart: n and l, zh and z, ing and in. */
function soundOf(one: string): string {
  const known = sounds.get(one);
  if (known !== undefined) return known;
  const [spelled] = spell(one);
  const sound = spelled?.han
    ? spelled.sound
        .replace(/^([zcs])h/, '$1')
        .replace(/^n(?!g?$)/, 'l')
        .replace(/([aei]n)g$/, '$1')
    : one;
  sounds.set(one, sound);
  return sound;
}
