/** Words in lines of a width, as Chinese is set: no cluster is cut, no mark stands where it may not (避头尾). */

export interface Look {
  /** Pixels. */
  size: number;
  bold?: boolean;
  color: string;
}
export interface Piece {
  text: string;
  look: Look;
}
export interface Line {
  pieces: (Piece & { width: number })[];
  width: number;
}
/** Width in pixels of one cluster. */
export type Measure = (cluster: string, look: Look) => number;

/** May not begin a line. */
const NO_START = '，。、；：？！）》〉」』】〕］｝”’…—～·％‰℃,.;:?!)]}>%\'"';
/** May not end a line. */
const NO_END = '（《〈「『【〔［｛“‘([{<¥￥＄$';
const WORD = /^[A-Za-z0-9À-ɏ_@#&+./:%-]$/;

type Cluster = Piece & { width: number };

/** Every cluster of the text stands in just one line, in order; a line break in the text breaks the line. */
export function linesOf(pieces: Piece[], width: number, measure: Measure, indent = 0): Line[] {
  const clusters = pieces.flatMap(({ text, look }) =>
    clustersOf(text).map((one): Cluster => ({
      text: one,
      look,
      width: one === '\n' ? 0 : measure(one, look),
    })),
  );
  const lines: Line[] = [];
  for (let start = 0; start < clusters.length;) {
    const room = width - (lines.length === 0 ? indent : 0);
    const end = endOfLine(clusters, start, room);
    lines.push(lineOf(clusters.slice(start, end)));
    start = clusters[end]?.text === '\n' ? end + 1 : end;
  }
  return lines;
}

/** What a reader takes for one character: an emoji with what belongs to it, a letter with its accents. */
export function clustersOf(text: string): string[] {
  const clusters: string[] = [];
  let joined = false;
  for (const one of text.replace(/\r\n?/g, '\n').replace(/\t/g, '　')) {
    const last = clusters[clusters.length - 1];
    if (last !== undefined && one !== '\n' && (joined || belongsBefore(one.codePointAt(0) ?? 0)))
      clusters[clusters.length - 1] = last + one;
    else clusters.push(one);
    joined = one === '\u200d';
  }
  return clusters;
}

/** Joiners, variants, accents, keycaps and skin tones. */
const belongsBefore = (code: number): boolean =>
  code === 0x200d ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0x300 && code <= 0x36f) ||
  code === 0x20e3 ||
  (code >= 0x1f3fb && code <= 0x1f3ff);

function endOfLine(clusters: Cluster[], start: number, room: number): number {
  let end = start;
  for (let used = 0; end < clusters.length; end += 1) {
    const next = clusters[end];
    if (!next || next.text === '\n') return end;
    used += next.width;
    if (used > room) break;
  }
  if (end === clusters.length) return end;
  let cut = end;
  while (cut > start && !mayBreak(clusters, cut)) cut -= 1;
  // A word longer than the line is cut where the line ends; one cluster stands on every line, however narrow.
  if (cut === start) cut = Math.max(end, start + 1);
  // Blanks hang over the edge unseen.
  while (isBlank(clusters[cut]?.text)) cut += 1;
  return cut;
}

function mayBreak(clusters: Cluster[], at: number): boolean {
  const before = clusters[at - 1]?.text ?? '';
  const after = clusters[at]?.text ?? '';
  if (isBlank(before) || isBlank(after)) return true;
  if (NO_START.includes(after) || NO_END.includes(before)) return false;
  return !(WORD.test(before) && WORD.test(after));
}

const isBlank = (text: string | undefined): boolean => text === ' ' || text === '　';

/** Neighbours that look the same are drawn as one. */
function lineOf(clusters: Cluster[]): Line {
  const pieces: Cluster[] = [];
  for (const one of clusters) {
    const last = pieces[pieces.length - 1];
    if (last?.look === one.look) {
      last.text += one.text;
      last.width += one.width;
    } else pieces.push({ ...one });
  }
  return { pieces, width: clusters.reduce((sum, one) => sum + one.width, 0) };
}
