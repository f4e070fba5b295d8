import { linesOf, type Look, type Measure } from './lines';
import { baseline, lineHeight, marksOf, type Mark, type Strip } from './strips';

const PAD = 8;
const LINE = 2;
/** From this many columns on, smaller letters. */
const MANY = 6;
/** Lines of a row that stay on one picture. */
const KEPT = 12;

interface Colors {
  ink: string;
  line: string;
}

/** A table's rows, line by line, with their borders: a row higher than a picture goes on on the next. */
export function tableStrips(
  rows: string[][],
  width: number,
  measure: Measure,
  { ink, line }: Colors,
): Strip[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const look: Look = { size: columns < MANY ? 26 : 22, color: ink };
  const widths = widthsOf(rows, columns, width, look);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, one) => sum + one, 0));
  const height = lineHeight(look.size);
  const across = (y: number): Mark => ({ kind: 'bar', x: 0, y, width, height: LINE, color: line });
  const down = (size: number): Mark[] =>
    [...lefts, width - LINE].map((x) => ({ kind: 'bar', x, y: 0, width: LINE, height: size, color: line }));
  return [
    { height: 8, marks: [], keep: true },
    ...rows.flatMap((row) => {
      const cells = widths.map((one, i) => linesOf([{ text: row[i] ?? '', look }], one - 2 * PAD, measure));
      const depth = Math.max(1, ...cells.map((lines) => lines.length));
      return Array.from({ length: depth }, (_, n): Strip => {
        const top = n === 0 ? PAD : 0;
        const whole = top + height + (n === depth - 1 ? PAD : 0);
        const words = cells.flatMap((lines, i) => {
          const one = lines[n];
          return one ? marksOf(one, (lefts[i] ?? 0) + PAD, top + baseline(height, look.size)) : [];
        });
        const marks = [...(n === 0 ? [across(0)] : []), ...down(whole), ...words];
        return { height: whole, marks, ...(n < depth - 1 && depth <= KEPT && { keep: true }) };
      });
    }),
    { height: 20, marks: [across(0)] },
  ];
}

/** Each column wide enough for two characters, the rest by what its longest cell would take; long ones count less. */
function widthsOf(rows: string[][], columns: number, width: number, { size }: Look): number[] {
  const least = Math.min(2 * size + 2 * PAD, width / columns);
  const weights = Array.from({ length: columns }, (_, i) =>
    Math.sqrt(Math.max(1, ...rows.map((row) => row[i]?.length ?? 0))),
  );
  const all = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => Math.floor(least + ((width - least * columns) * one) / all));
}
