import { tidyName } from '../../../kit/search';
import { keyOf } from '../cell/text';
import { shapesOf } from './shapes';
import { slips } from './slips';

/** A unit, or a row that will be one, as names are compared. */
export interface Named {
  id: string;
  name: string;
  short: string;
  creditCode: string;
}

export interface Alike {
  id: string;
  name: string;
  why: string;
}

const MOST = 5;

/** Finds who is meant by a name. Only the very name and a 简称 of one unit alone are certain. */
export function nameIndex() {
  const byName = new Map<string, Named>();
  const byShort = new Map<string, Named[]>();
  const byBare = new Map<string, Named[]>();
  /** As it looks: 日 and 曰, O and 0 are one. */
  const byShape = new Map<string, Named[]>();
  const byCode = new Map<string, Named>();
  /** By its end, without up to six characters before it: 宏达煤业 of 陕西宏达煤业. */
  const byEnd = new Map<string, Named[]>();
  /** By numerals and pair: names with other numerals are not compared at all. */
  const byPair = new Map<string, { one: Named; bare: string }[]>();
  return {
    add(one: Named): void {
      byName.set(keyOf(tidyName(one.name)), one);
      const bare = bareName(one.name);
      if (one.short) push(byShort, keyOf(one.short), one);
      push(byBare, bare, one);
      push(byShape, shapesOf(bare), one);
      if (one.creditCode) byCode.set(one.creditCode, one);
      for (const end of endsOf(bare)) push(byEnd, end, one);
      for (const pair of pairsOf(bare)) push(byPair, pair, { one, bare });
    },
    exact: (name: string): Named | undefined => byName.get(keyOf(tidyName(name))),
    /** The one unit whose 简称 this is; undefined when several share it. */
    byShort: (name: string): Named | undefined => {
      const found = byShort.get(keyOf(name)) ?? [];
      return found.length === 1 ? found[0] : undefined;
    },
    /** Those it may be, the likeliest first. */
    alike(one: Omit<Named, 'id'>): Alike[] {
      const bare = bareName(one.name);
      const found = new Map<string, Alike>();
      const take = (list: (Named | undefined)[], why: string) => {
        for (const other of list)
          if (other && !found.has(other.id)) found.set(other.id, { id: other.id, name: other.name, why });
      };
      if (one.creditCode) take([byCode.get(one.creditCode)], '统一社会信用代码相同');
      take(byBare.get(bare) ?? [], '去掉“有限公司”等后名称相同');
      take(byShort.get(keyOf(one.name)) ?? [], '与这家单位的简称相同');
      if (one.short) take(byShort.get(keyOf(one.short)) ?? [], '简称相同');
      take(
        (byShape.get(shapesOf(bare)) ?? []).filter((other) => !differ(one, other)),
        '名称里只有形近的字不同',
      );
      take(near(bare, one), '名称相近');
      const longer = [bare, ...endsOf(bare)].flatMap((end) => byBare.get(end) ?? []);
      const whole = bare.length < END_MIN ? [] : (byEnd.get(bare) ?? []);
      take(
        [...longer, ...whole].filter((other) => !differ(one, other)),
        '名称只差前面几个字',
      );
      return [...found.values()].slice(0, MOST);
    },
  };

  /** Of many pairs few are broken by slips: the rarest are looked up. */
  function near(bare: string, self: Omit<Named, 'id'>): Named[] {
    const most = slipsAllowed(bare);
    if (most === 0) return [];
    const rarest = pairsOf(bare)
      .map((pair) => byPair.get(pair) ?? [])
      .sort((a, b) => a.length - b.length)
      .slice(0, Math.max(PAIRS_OF_A_SWAP, 2 * most) + 1);
    const close = new Map<Named, number>();
    for (const list of rarest)
      for (const { one, bare: other } of list) {
        const count = slips(bare, other, most);
        if (count <= most && !differ(self, one)) close.set(one, count);
      }
    return [...close].sort((a, b) => a[1] - b[1]).map(([one]) => one);
  }
}

/** A character lies in two neighbouring pairs, two changed over lie in three. */
const PAIRS_OF_A_SWAP = 3;
const END_MIN = 4;
const LEFT_OUT = 6;

/** Two registrations are two units, however alike their names. */
const differ = (a: Omit<Named, 'id'>, b: Named): boolean =>
  !!a.creditCode && !!b.creditCode && a.creditCode !== b.creditCode;

/** One slip in a name of four to seven characters, two in a longer one. Shorter ones differ by their only telling character. */
const slipsAllowed = (bare: string): number => (bare.length < 4 ? 0 : bare.length < 8 ? 1 : 2);

const endsOf = (bare: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(LEFT_OUT, bare.length - END_MIN)) }, (_, i) => bare.slice(i + 1));

/** 一矿 and 二矿, 东区 and 西区 are different units however alike they look. */
const numerals = (name: string): string =>
  (name.match(/[0-9〇零一二三四五六七八九十百甲乙丙丁东南西北]+/g) ?? []).join('-');

/** A name without what tells nothing: legal form, brackets, spaces. */
export const bareName = (name: string): string => {
  const bare = keyOf(name)
    .replace(/[()（）\[\]【】「」“”"'·.,，、\-_]/g, '')
    .replace(/(股份有限公司|有限责任公司|集团有限公司|有限公司|责任公司|总公司|分公司|公司)/g, '')
    .replace(/集团$/, '');
  return bare || keyOf(name);
};

const pairsOf = (bare: string): string[] => {
  const mark = numerals(bare);
  const pairs = Array.from({ length: Math.max(0, bare.length - 1) }, (_, i) => bare.slice(i, i + 2));
  return [...new Set(pairs)].map((pair) => `${mark}|${pair}`);
};

function push<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}
