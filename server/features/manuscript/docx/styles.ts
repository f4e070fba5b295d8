import { child, childrenOf, isOn, valOf, type Element } from './xml';

/** How a paragraph looks by its own properties and its style's. */
export interface ParagraphLook {
  /** Of a heading, 0 the highest. */
  level: number | null;
  isTitle: boolean;
  isToc: boolean;
  centered: boolean;
  num: { id: string; level: number } | null;
}

export interface RunLook {
  bold: boolean;
  /** RRGGBB, or auto. */
  color: string;
  /** Half points. */
  size: number;
  font: string;
  hidden: boolean;
  underlined: boolean;
}

/** Answers what paragraphs and runs look like, with styles and what they are based on. */
export class Styles {
  readonly #styles = new Map<string, Element>();
  readonly #default: string | undefined;
  readonly #defaults: Element | undefined;

  constructor(part: Element | null) {
    for (const style of childrenOf(part ?? undefined, 'style'))
      if (style.attrs.styleId) this.#styles.set(style.attrs.styleId, style);
    const normal = [...this.#styles.values()].find(
      ({ attrs }) => attrs.type === 'paragraph' && /^(1|true|on)$/.test(attrs.default ?? ''),
    );
    this.#default = normal?.attrs.styleId;
    this.#defaults = child(part ?? undefined, 'docDefaults', 'rPrDefault', 'rPr');
  }

  paragraph(properties: Element | undefined): ParagraphLook {
    const chain = this.#chain(valOf(properties, 'pStyle') ?? this.#default);
    const places = [properties, ...chain.map((style) => child(style, 'pPr'))];
    const names = chain.map((style) => valOf(style, 'name') ?? '');
    const first = <T>(of: (place: Element | undefined) => T | undefined): T | undefined =>
      places.map(of).find((found) => found !== undefined);
    return {
      level: levelOf(
        first((place) => valOf(place, 'outlineLvl')),
        names,
      ),
      isTitle: names.some((name) => /^(title|标题)$/i.test(name)),
      isToc: names.some((name) => /^(toc|目录)( ?\d| heading|标题)?$/i.test(name)),
      centered: first((place) => valOf(place, 'jc')) === 'center',
      num: numOf(
        first((place) => valOf(child(place, 'numPr'), 'numId')),
        first((place) => valOf(child(place, 'numPr'), 'ilvl')),
      ),
    };
  }

  run(properties: Element | undefined, paragraph: Element | undefined): RunLook {
    const chain = [
      ...this.#chain(valOf(properties, 'rStyle')),
      ...this.#chain(valOf(paragraph, 'pStyle') ?? this.#default),
    ];
    const places = [properties, ...chain.map((style) => child(style, 'rPr')), this.#defaults];
    const first = <T>(of: (place: Element | undefined) => T | undefined): T | undefined =>
      places.map(of).find((found) => found !== undefined);
    return {
      bold: first((place) => isOn(place, 'b')) ?? false,
      color: first((place) => valOf(place, 'color')) ?? 'auto',
      size: Number(first((place) => valOf(place, 'sz')) ?? 20),
      font: first((place) => child(place, 'rFonts')?.attrs.eastAsia) ?? '',
      hidden: first((place) => isOn(place, 'vanish')) ?? false,
      underlined: first((place) => isOn(place, 'u')) ?? false,
    };
  }

  /** The list a numbering style (w:numStyleLink) stands for. */
  numOfStyle(styleId: string): string | undefined {
    return this.#chain(styleId)
      .map((style) => valOf(child(style, 'pPr', 'numPr'), 'numId'))
      .find(Boolean);
  }

  /** A style and what it is based on; a circle ends. */
  #chain(id: string | undefined): Element[] {
    const chain: Element[] = [];
    for (let at = id && this.#styles.get(id); at && !chain.includes(at);) {
      chain.push(at);
      const base = valOf(at, 'basedOn');
      at = base && this.#styles.get(base);
    }
    return chain;
  }
}

function levelOf(outline: string | undefined, names: string[]): number | null {
  const named = names.map((name) => /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1]).find(Boolean);
  if (named) return Number(named) - 1;
  // 9 is Word's own word for body text.
  return outline !== undefined && Number(outline) < 9 ? Number(outline) : null;
}

const numOf = (id: string | undefined, level: string | undefined): ParagraphLook['num'] =>
  id === undefined || id === '0' ? null : { id, level: Math.min(Math.max(Number(level ?? 0) || 0, 0), 8) };
