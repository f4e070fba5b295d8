import type { Line, Look } from './lines';

export type Mark =
  | { kind: 'text'; x: number; y: number; text: string; look: Look }
  | { kind: 'bar'; x: number; y: number; width: number; height: number; color: string };

/** What is never cut in two: a line of text, a line of a table's row, a rule. `y` of its marks counts from its top. */
export interface Strip {
  height: number;
  marks: Mark[];
  /** Stays with the next one. */
  keep?: boolean;
}

interface Placed {
  left?: number;
  /** Of the first line. */
  indent?: number;
  /** Width to stand in the middle of. */
  centre?: number;
  keep?: boolean;
}

const LINE_HEIGHT = 1.7;

export const lineHeight = (size: number): number => Math.round(size * LINE_HEIGHT);

/** Where the letters stand in a line of that height. */
export const baseline = (height: number, size: number): number => Math.round(height / 2 + size * 0.36);

export function strips(
  lines: Line[],
  size: number,
  { left = 0, indent = 0, centre, keep }: Placed = {},
): Strip[] {
  const height = lineHeight(size);
  return lines.map((line, i) => ({
    height,
    marks: marksOf(
      line,
      centre === undefined ? left + (i === 0 ? indent : 0) : Math.max(0, (centre - line.width) / 2),
      baseline(height, size),
    ),
    ...(keep && { keep }),
  }));
}

/** The pieces of a line one after the other; each knows its own width. */
export function marksOf({ pieces }: Line, x: number, y: number): Mark[] {
  let at = x;
  return pieces.map(({ text, look, width }) => {
    const mark: Mark = { kind: 'text', x: at, y, text, look };
    at += width;
    return mark;
  });
}
