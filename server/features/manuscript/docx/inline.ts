import type { Run } from '@contract/body';
import type { Archive } from './archive';
import type { Left } from './left';
import type { RunLook, Styles } from './styles';
import { child, deep, isOn, wordsIn, type Element } from './xml';

/** What one paragraph holds. */
export interface Inline {
  /** Broken where its writer broke the line. */
  lines: Run[][];
  /** Names of its pictures in the archive, in order. */
  pictures: string[];
  /** How its first words look; null without words. */
  look: RunLook | null;
  /** Every word in a heading's type: bold, or a face offices keep for headings. */
  headed: boolean;
}

export interface Paper {
  archive: Archive;
  styles: Styles;
  left: Left;
}

/** GB/T 9704: headings are set in 黑体 and 楷体, titles in 小标宋. */
const HEAD_FACE = /黑体|楷体|小标宋|SimHei|KaiTi/i;

/** The words and pictures of one paragraph as it reads with all changes accepted. */
export function inlineOf(paragraph: Element, paper: Paper): Inline {
  const reading = new Reading(paper, child(paragraph, 'pPr'));
  reading.children(paragraph);
  return reading.inline;
}

class Reading {
  readonly inline: Inline = { lines: [[]], pictures: [], look: null, headed: true };
  /** Inside a field's code, which is no text; fields may stand in fields. */
  readonly #fields: ('code' | 'result')[] = [];
  readonly #paper: Paper;
  readonly #properties: Element | undefined;

  constructor(paper: Paper, properties: Element | undefined) {
    this.#paper = paper;
    this.#properties = properties;
  }

  children(of: Element): void {
    for (const one of of.children) this.#element(one);
  }

  #element(one: Element): void {
    switch (one.name) {
      case 'r':
        return this.#run(one);
      case 'hyperlink':
        return this.#link(one);
      case 'del':
      case 'moveFrom':
        return this.#paper.left.add('revisions');
      case 'ins':
      case 'moveTo':
        this.#paper.left.add('revisions');
        return this.children(one);
      case 'fldSimple':
      case 'smartTag':
      case 'customXml':
      case 'bdo':
      case 'dir':
        return this.children(one);
      case 'sdt':
        return this.children(child(one, 'sdtContent') ?? one);
      case 'AlternateContent':
        return this.children(child(one, 'Choice') ?? child(one, 'Fallback') ?? one);
      case 'oMath':
      case 'oMathPara':
        this.#paper.left.add('formula');
        return this.#add(wordsIn(one), { ...PLAIN });
    }
  }

  #run(run: Element): void {
    const properties = child(run, 'rPr');
    if (isOn(properties, 'vanish') && !this.#fields.includes('code')) {
      if (wordsIn(run).trim()) this.#paper.left.add('hidden');
      return;
    }
    const look = this.#paper.styles.run(properties, this.#properties);
    for (const one of run.children) this.#piece(one, look);
  }

  #piece(one: Element, look: RunLook): void {
    if (one.name === 'fldChar') return this.#field(one.attrs.fldCharType);
    if (this.#fields.includes('code')) return;
    const { left } = this.#paper;
    switch (one.name) {
      case 't':
        return this.#add(one.text, look);
      case 'tab':
      case 'ptab':
        return this.#add(this.inline.lines[this.inline.lines.length - 1]?.length ? '　' : '', look);
      case 'br':
        return void ((one.attrs.type ?? 'textWrapping') === 'textWrapping' && this.inline.lines.push([]));
      case 'cr':
        return void this.inline.lines.push([]);
      case 'noBreakHyphen':
        return this.#add('-', look);
      case 'sym':
        return this.#symbol(one, look);
      case 'ruby':
        return this.children(child(one, 'rubyBase') ?? one);
      case 'drawing':
      case 'pict':
        return this.#drawing(one);
      case 'object':
        return left.add('object');
      case 'AlternateContent':
        return (child(one, 'Choice') ?? child(one, 'Fallback') ?? one).children.forEach((inner) =>
          this.#piece(inner, look),
        );
    }
  }

  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push('code');
    if (type === 'separate' && this.#fields.length) this.#fields[this.#fields.length - 1] = 'result';
    if (type === 'end') this.#fields.pop();
  }

  /** Where a link leads is written out unless its words say it. */
  #link(link: Element): void {
    this.children(link);
    const target = this.#paper.archive.target(link.attrs.id);
    if (!target?.external || !/^https?:/.test(target.name)) return;
    const shown = wordsIn(link).trim();
    if (shown && !target.name.includes(shown.replace(/^https?:\/\//, '').replace(/\/$/, '')))
      this.#add(`（${target.name}）`, { ...PLAIN });
  }

  #symbol({ attrs }: Element, look: RunLook): void {
    const known = SYMBOLS[`${attrs.font ?? ''} ${(attrs.char ?? '').toUpperCase()}`];
    if (known) this.#add(known, look);
    else this.#paper.left.add('symbol');
  }

  #drawing(drawing: Element): void {
    const { left } = this.#paper;
    const boxes = deep(drawing, 'txbxContent');
    for (const box of boxes) left.add('textBox', deep(box, 'p').map(wordsIn).join(' '));
    const images = deep(drawing, 'txbxContent', 'blip', 'imagedata').filter(
      ({ name }) => name !== 'txbxContent',
    );
    for (const { attrs } of images) this.#picture(attrs.embed ?? attrs.id, attrs.link);
    if (boxes.length || images.length) return;
    left.add(deep(drawing, 'chart', 'relIds').length ? 'chart' : 'shape');
  }

  #picture(id: string | undefined, link: string | undefined): void {
    const target = this.#paper.archive.target(id);
    if (target && !target.external) this.inline.pictures.push(target.name);
    else if (target ?? link) this.#paper.left.add('pictureElsewhere');
  }

  #add(words: string, look: RunLook): void {
    if (!words) return;
    const blank = words.trim() === '';
    // A blank to be filled in by hand is an underlined gap.
    const text = blank && look.underlined ? '_'.repeat(Math.min(Math.max(words.length, 4), 20)) : words;
    if (!blank) {
      this.inline.look ??= look;
      this.inline.headed &&= look.bold || HEAD_FACE.test(look.font);
    }
    append(this.inline.lines[this.inline.lines.length - 1] ?? [], text, look);
  }
}

const PLAIN: RunLook = { bold: false, color: 'auto', size: 0, font: '', hidden: false, underlined: false };

/** Ticks and boxes of forms, by the fonts that draw them. */
const SYMBOLS: Record<string, string> = {
  'Wingdings F06F': '□',
  'Wingdings F0A8': '□',
  'Wingdings F071': '□',
  'Wingdings F0FE': '☑',
  'Wingdings F0FC': '√',
  'Wingdings F0FD': '☒',
  'Wingdings F06C': '●',
  'Wingdings F06E': '■',
  'Wingdings F0D8': '➢',
  'Wingdings F0E0': '→',
  'Wingdings 2 F0A3': '□',
  'Wingdings 2 F052': '☑',
  'Wingdings 2 F054': '☒',
  'Wingdings 2 F050': '√',
  'Symbol F0B7': '·',
};

/** Words join the run before where they look the same. */
function append(line: Run[], text: string, { bold, color }: RunLook): void {
  const tint = tintOf(color);
  const last = line[line.length - 1];
  if (last && (last.bold ?? false) === bold && last.color === tint) last.text += text;
  else line.push({ text, ...(bold && { bold }), ...(tint && { color: tint }) });
}

/** Red and blue mean something in a notice; every other colour is black. */
function tintOf(color: string): 'red' | 'blue' | undefined {
  const [r = 0, g = 0, b = 0] = (/^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) ?? [])
    .slice(1)
    .map((part) => parseInt(part, 16));
  if (r >= 0xa0 && g <= 0x60 && b <= 0x60) return 'red';
  return b >= 0x90 && r <= 0x60 && b - r >= 0x60 && g <= 0x90 ? 'blue' : undefined;
}

/** Whether the paragraph's own end was deleted: with changes accepted it runs on into the next. */
export const endsDeleted = (paragraph: Element): boolean => {
  const mark = child(paragraph, 'pPr', 'rPr');
  return !!(child(mark, 'del') ?? child(mark, 'moveFrom'));
};
