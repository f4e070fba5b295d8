import { AlignmentType, Paragraph, TextRun, type IParagraphOptions, type IRunOptions } from 'docx';

/** Type and paragraphs of printed papers. Sizes in points, lengths in millimetres. */

const latin = 'Times New Roman';
const face = (eastAsia: string) => ({ ascii: latin, hAnsi: latin, cs: latin, eastAsia });

/** Word takes its own type for Chinese only where the east-asian name is given. */
export const fonts = {
  song: face('宋体'),
  fang: face('仿宋'),
  hei: face('黑体'),
  /** Heads of official documents (GB/T 9704); Word falls back to 宋体 where it is not installed. */
  head: face('方正小标宋简体'),
};
export type FontName = keyof typeof fonts;

/** 1 mm in twentieths of a point, Word's unit. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
/** 1 mm in pixels at 96 to the inch, the library's unit for pictures. */
export const pixels = (mm: number): number => (mm * 96) / 25.4;
const POINT_MM = 25.4 / 72;
/** Line height by size: types differ in their own, and a box must hold what was counted. */
export const LEADING = 1.25;

export interface Type {
  font?: FontName;
  size?: number;
  bold?: boolean;
  color?: string;
}

export const words = (text: string, { font = 'song', size = 12, bold, color }: Type = {}): TextRun =>
  new TextRun({
    text: printable(text),
    font: fonts[font],
    size: Math.round(size * 2),
    sizeComplexScript: Math.round(size * 2),
    ...(bold && { bold }),
    ...(color && { color }),
  } satisfies IRunOptions);

interface Line extends Type {
  align?: 'left' | 'center' | 'right' | 'both';
  before?: number;
  after?: number;
  /** First-line indent in characters. */
  indent?: number;
  /** Kept free at the right, millimetres. */
  right?: number;
  /** Exact line height in points; single when not given. */
  line?: number;
  breakBefore?: boolean;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

export function paragraph(content: string | TextRun[], line: Line = {}): Paragraph {
  const { align = 'left', before = 0, after = 0, indent = 0, right = 0, breakBefore, size = 12 } = line;
  return new Paragraph({
    children: typeof content === 'string' ? [words(content, line)] : content,
    alignment: alignments[align],
    spacing: {
      before: twips(before),
      after: twips(after),
      ...(line.line
        ? { line: Math.round(line.line * 20), lineRule: 'exact' as const }
        : { line: 240, lineRule: 'auto' as const }),
    },
    indent: { firstLine: Math.round(indent * size * 20), right: twips(right) },
    ...(breakBefore && { pageBreakBefore: true }),
  } satisfies IParagraphOptions);
}

/** Sizes of Chinese type in use, 小四 down to what can just be read. */
const SIZES = [12, 10.5, 9, 8, 7, 6, 5];

/** So long a text rather stands small than broken in two, down to this size. */
const [ONE_LINE_MAX, ONE_LINE_MIN] = [14, 9];

/** The largest size at which `text` stays within a box of a form: the box keeps its height, nothing is cut off. */
export function fit(text: string, widthMm: number, heightMm: number, largest = 12): number {
  const oneLine = SIZES.filter((size) => size <= largest && size >= ONE_LINE_MIN).find(
    (size) => !text.includes('\n') && ems(text) * size * POINT_MM <= widthMm * 0.96,
  );
  // A date or a number is not broken to stand larger.
  if (oneLine && [...text].length <= ONE_LINE_MAX) return oneLine;
  const fits = SIZES.filter((size) => size <= largest).find((size) => {
    const room = (widthMm * 0.98) / (size * POINT_MM);
    const lines = text.split('\n').reduce((sum, part) => sum + linesOf(part, room), 0);
    return lines * size * LEADING * POINT_MM <= heightMm - 0.6;
  });
  return fits ?? 5;
}

/** Lines a text takes where so many Chinese characters fit beside each other; words of letters and digits stay whole. */
function linesOf(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const piece of text.match(/[\u0021-\u00ff]+|[^\u0021-\u00ff]/g) ?? []) {
    const width = ems(piece);
    if (used > 0 && used + width > room) [lines, used] = [lines + 1, 0];
    // A word longer than a line is broken.
    for (used += width; used > room && used > 1; used -= Math.max(1, Math.floor(room))) lines += 1;
  }
  return lines;
}

/** Width in Chinese characters; letters and digits are about half as wide. */
const ems = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u0020-\u00ff]/.test(letter) ? 0.55 : 1), 0);

/** Characters XML cannot hold would make the whole document unreadable. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[\ud800-\udfff]/gu, '');
