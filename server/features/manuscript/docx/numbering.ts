import { numeral } from './numerals';
import type { Styles } from './styles';
import { child, childrenOf, isOn, valOf, type Element } from './xml';

interface Level {
  start: number;
  format: string;
  text: string;
  /** Every number of it in 1, 2, 3, as in legal papers. */
  plain: boolean;
  /** Level above which a new number begins this one anew; 0: never. */
  restart: number | null;
}

interface List {
  /** Lists made of one definition go on counting where the other stopped. */
  counters: string;
  levels: (Level | undefined)[];
  /** Levels that begin anew with this list, and at what. */
  starts: Map<number, number>;
}

/** What stands before a paragraph: its number as it is printed, or a mark that says nothing. */
export type Label = { kind: 'number'; text: string } | { kind: 'bullet' };

/** Word's automatic numbering (numbering.xml) written out, paragraph by paragraph in the order of the document. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(part: Element | null, styles: Styles) {
    const definitions = new Map(
      childrenOf(part ?? undefined, 'abstractNum').map((one) => [one.attrs.abstractNumId ?? '', one]),
    );
    const nums = childrenOf(part ?? undefined, 'num');
    const abstractOf = (num: Element | undefined) => valOf(num, 'abstractNumId') ?? '';
    for (const num of nums) {
      const own = definitions.get(abstractOf(num));
      const linked = own && valOf(own, 'numStyleLink');
      const other = linked && styles.numOfStyle(linked);
      const key = other ? abstractOf(nums.find(({ attrs }) => attrs.numId === other)) : abstractOf(num);
      const definition = definitions.get(key);
      if (definition && num.attrs.numId) this.#lists.set(num.attrs.numId, listOf(key, definition, num));
    }
  }

  /** The label of the next paragraph of a list; null where the list is unknown or shows nothing. */
  next(id: string, at: number): Label | null {
    const list = this.#lists.get(id);
    const level = list?.levels[at];
    if (!list || !level) return null;
    const counters = this.#counters.get(list.counters) ?? [];
    this.#counters.set(list.counters, counters);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      for (const [index, start] of list.starts) counters[index] = start - 1;
    }
    counters[at] = (counters[at] ?? level.start - 1) + 1;
    for (let deeper = at + 1; deeper < 9; deeper += 1) {
      const { restart = null } = list.levels[deeper] ?? {};
      if (restart === null || (restart > 0 && at < restart)) counters[deeper] = undefined;
    }
    if (level.format === 'bullet') return { kind: 'bullet' };
    if (level.format === 'none' && !/%\d/.test(level.text)) return level.text ? number(level.text) : null;
    return number(
      level.text.replace(/%(\d)/g, (_whole, n: string) => written(list, counters, Number(n) - 1, level)),
    );
  }
}

const number = (text: string): Label | null => (text.trim() ? { kind: 'number', text: text.trim() } : null);

function written(list: List, counters: (number | undefined)[], index: number, of: Level): string {
  const level = list.levels[index];
  if (!level || level.format === 'none') return '';
  return numeral(of.plain ? 'decimal' : level.format, counters[index] ?? level.start);
}

function listOf(counters: string, definition: Element, num: Element): List {
  const levels: List['levels'] = [];
  for (const one of childrenOf(definition, 'lvl')) levels[Number(one.attrs.ilvl)] = levelOf(one);
  const starts: List['starts'] = new Map();
  for (const override of childrenOf(num, 'lvlOverride')) {
    const index = Number(override.attrs.ilvl);
    const [own, start] = [child(override, 'lvl'), valOf(override, 'startOverride')];
    if (own) levels[index] = levelOf(own);
    if (start !== undefined) starts.set(index, Number(start));
  }
  return { counters, levels, starts };
}

function levelOf(level: Element): Level {
  const restart = valOf(level, 'lvlRestart');
  return {
    start: Number(valOf(level, 'start') ?? 1),
    format: formatOf(level),
    text: valOf(level, 'lvlText') ?? '',
    plain: isOn(level, 'isLgl') ?? false,
    restart: restart === undefined ? null : Number(restart),
  };
}

/** Newer Word hides a format behind a choice for older ones. */
const formatOf = (level: Element): string =>
  valOf(level, 'numFmt') ??
  valOf(child(level, 'AlternateContent', 'Choice'), 'numFmt') ??
  valOf(child(level, 'AlternateContent', 'Fallback'), 'numFmt') ??
  'decimal';
