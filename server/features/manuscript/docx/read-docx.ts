import {
  MAX_CELL,
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_HEADING,
  MAX_ITEMS,
  MAX_ROWS,
  runsText,
  type Run,
} from '@contract/body';
import { openArchive, type Archive } from './archive';
import type { Draft, Line } from './draft';
import { endsDeleted, inlineOf, type Inline, type Paper } from './inline';
import { Left } from './left';
import { Numbering, type Label } from './numbering';
import { Styles, type ParagraphLook } from './styles';
import { frameOf, gridOf } from './table';
import { titleOf } from './title';
import { child, deep, wordsIn, type Element } from './xml';

export interface Reading {
  /** The paper's own title; empty where none stands out. */
  title: string;
  blocks: Draft[];
  media: Archive['media'];
  /** What could not be taken. */
  left: Left;
}

/** Reads a .docx as structured text (decision D12), numbers as printed. Throws when it is broken. */
export function readDocx(bytes: Buffer): Reading {
  const archive = openArchive(bytes);
  const styles = new Styles(archive.part('styles.xml'));
  const left = new Left();
  const reader = new Reader({ archive, styles, left }, new Numbering(archive.part('numbering.xml'), styles));
  const body = child(archive.document, 'body');
  if (!body) throw new Error('no body');
  reader.all(body);
  asides(archive, archive.document, left);
  const { title, rest } = titleOf(reader.lines);
  return { title, blocks: listed(rest), media: archive.media, left };
}

/** Notes, comments, page heads: beside the text, and in parts of their own. */
function asides(archive: Archive, document: Element, left: Left): void {
  for (const [part, reference] of [
    ['footnotes.xml', 'footnoteReference'],
    ['endnotes.xml', 'endnoteReference'],
  ] as const) {
    const notes = archive.part(part)?.children ?? [];
    for (const { attrs } of deep(document, reference)) {
      const note = notes.find((one) => one.attrs.id === attrs.id);
      left.add('footnote', note ? wordsIn(note) : '');
    }
  }
  const comments = deep(document, 'commentReference').length;
  if (comments) left.add('comment', '', comments);
  for (const name of archive.names(/^(header|footer)\d*\.xml$/)) {
    const words = archive.part(name);
    const text = words ? wordsIn(words) : '';
    // Page numbers are no words.
    if (text.replace(/[\d\s—–\-·第页共/]/g, '')) left.add('header', text);
  }
}

class Reader {
  readonly lines: Line[] = [];
  readonly #paper: Paper;
  readonly #numbering: Numbering;
  /** Of a paragraph whose end was deleted: it goes on in the next. */
  #before: Inline | null = null;

  constructor(paper: Paper, numbering: Numbering) {
    this.#paper = paper;
    this.#numbering = numbering;
  }

  all(container: Element): void {
    for (const one of container.children) this.#element(one);
  }

  #element(one: Element): void {
    switch (one.name) {
      case 'p':
        return this.#paragraph(one);
      case 'tbl':
        return this.#table(one);
      case 'sdt': {
        const gallery = deep(child(one, 'sdtPr') ?? one, 'docPartGallery')[0]?.attrs.val;
        if (gallery === 'Table of Contents') return this.#paper.left.add('toc');
        return this.all(child(one, 'sdtContent') ?? one);
      }
      case 'AlternateContent':
        return this.all(child(one, 'Choice') ?? child(one, 'Fallback') ?? one);
      case 'ins':
      case 'moveTo':
      case 'customXml':
      case 'smartTag':
        return this.all(one);
      case 'altChunk':
        return this.#paper.left.add('object');
    }
  }

  #paragraph(paragraph: Element): void {
    const look = this.#paper.styles.paragraph(child(paragraph, 'pPr'));
    if (look.isToc) return this.#paper.left.add('toc');
    const inline = joined(this.#before, inlineOf(paragraph, this.#paper));
    this.#before = null;
    if (endsDeleted(paragraph)) {
      this.#before = inline;
      return;
    }
    const label = this.#label(look, inline);
    inline.lines.map(trimmed).forEach((runs, i) => {
      const words = i === 0 ? label : null;
      if (runs.length) this.lines.push(lineOf(runs, words, look, inline));
    });
    for (const media of inline.pictures) this.lines.push({ block: { type: 'picture', media } });
  }

  /** An empty paragraph of a list shows no number worth keeping, and counts none in Word's eyes either way. */
  #label({ num }: ParagraphLook, { lines }: Inline): Label | null {
    if (!num || lines.every((runs) => runsText(runs).trim() === '')) return null;
    return this.#numbering.next(num.id, num.level);
  }

  #table(table: Element): void {
    const frame = frameOf(table);
    if (frame) return this.all(frame);
    const { left } = this.#paper;
    const pictures: string[] = [];
    const { rows, merged, nested } = gridOf(table, (cell) => this.#cellText(cell, pictures));
    if (rows.some((row) => row.some((text) => text !== ''))) this.#rows(rows, merged);
    if (nested) left.add('nested');
    for (const media of pictures) this.lines.push({ block: { type: 'picture', media } });
  }

  #rows(rows: string[][], merged: boolean): void {
    const { left } = this.#paper;
    const [first = []] = rows;
    if (rows.some((row) => row.some((text) => text.length > MAX_CELL))) {
      left.add('longCell');
      for (const text of rows.flat().filter(Boolean)) this.lines.push({ block: paragraph([{ text }]) });
      return;
    }
    if (rows.length > MAX_ROWS || first.length > MAX_COLUMNS || rows.length * first.length > MAX_CELLS)
      return left.add('table', `${first.filter(Boolean).join(' ')} ${rows.length}行${first.length}列`);
    if (merged) left.add('merged');
    this.lines.push({ block: { type: 'table', rows } });
  }

  /** One line; a bar would part the cell where it is edited. */
  #cellText(cell: Element, pictures: string[]): string {
    const texts = deep(cell, 'p').map((one) => {
      const look = this.#paper.styles.paragraph(child(one, 'pPr'));
      const inline = inlineOf(one, this.#paper);
      pictures.push(...inline.pictures);
      const label = this.#label(look, inline);
      const words = inline.lines.map(runsText).join(' ');
      return label?.kind === 'number' ? spaced(label.text, words.trim()) : words;
    });
    return texts.join(' ').replace(/[|｜]/g, '/').replace(/\s+/g, ' ').trim();
  }
}

const paragraph = (runs: Run[]): Draft => ({ type: 'paragraph', runs });

function joined(before: Inline | null, inline: Inline): Inline {
  if (!before) return inline;
  const [first = [], ...rest] = inline.lines;
  const lines = [
    ...before.lines.slice(0, -1),
    [...(before.lines[before.lines.length - 1] ?? []), ...first],
    ...rest,
  ];
  return {
    ...inline,
    lines,
    pictures: [...before.pictures, ...inline.pictures],
    look: before.look ?? inline.look,
  };
}

/** Without the blanks that only indent; empty when nothing is left. */
function trimmed(runs: Run[]): Run[] {
  const kept = runs.map((run) => ({ ...run, text: run.text.replace(/[\u00a0\u2002\u2003]/g, ' ') }));
  for (let first = kept[0]; first; first = kept[0]) {
    first.text = first.text.replace(/^[\s　]+/, '');
    if (first.text) break;
    kept.shift();
  }
  for (let last = kept[kept.length - 1]; last; last = kept[kept.length - 1]) {
    last.text = last.text.replace(/[\s　]+$/, '');
    if (last.text) break;
    kept.pop();
  }
  return kept;
}

/** 一、（一）1. and the like, as typed or as Word numbered it. */
const NUMBERED =
  /^(第[一二三四五六七八九十百\d]+[章节部]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

function lineOf(runs: Run[], label: Label | null, look: ParagraphLook, inline: Inline): Line {
  const numbered = label?.kind === 'number' ? withNumber(label.text, runs) : runs;
  const text = runsText(numbered);
  const styled =
    look.level !== null || (inline.headed && NUMBERED.test(text) && !/[。；，：;,:]/.test(text.slice(-1)));
  const meta = {
    text,
    isTitle: look.isTitle,
    centered: look.centered,
    size: inline.look?.size ?? 0,
    red: runs.some(({ color }) => color === 'red'),
  };
  if (label?.kind === 'bullet') return { block: { type: 'list', ordered: false, items: [runs] }, meta };
  if (styled && text.length <= MAX_HEADING) return { block: { type: 'heading', text }, meta };
  return { block: paragraph(numbered), meta };
}

/** The number takes the look of the words it stands before. */
function withNumber(label: string, runs: Run[]): Run[] {
  const [first, ...rest] = runs;
  return first ? [{ ...first, text: spaced(label, first.text) }, ...rest] : runs;
}

const spaced = (label: string, words: string): string =>
  /[\u3000-\u303f\uff00-\uffef)\u2460-\u249b]$/.test(label) ? label + words : `${label} ${words}`;

/** Neighbouring points are one list. */
function listed(lines: Line[]): Draft[] {
  const blocks: Draft[] = [];
  for (const { block } of lines) {
    const last = blocks[blocks.length - 1];
    if (block.type === 'list' && last?.type === 'list' && last.items.length < MAX_ITEMS)
      last.items.push(...block.items);
    else blocks.push(block);
  }
  return blocks;
}
