/** One figure of the bench; without a budget it only informs. */
export interface Row {
  name: string;
  value: number;
  budget?: number;
  /** The budget is what it must reach, not what it may not pass. */
  atLeast?: true;
  unit?: string;
}

const shown = ({ value, unit }: Row) =>
  `${Number.isInteger(value) ? value : value.toFixed(1)}${unit ? ` ${unit}` : ''}`;

/** A figure that could not be taken (NaN) is a missed one. */
export const missed = ({ value, budget, atLeast }: Row): boolean =>
  budget !== undefined && !(atLeast ? value >= budget : value <= budget);

/** The figures as one table: name, value, budget, ok. */
export function table(rows: Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    shown(row),
    row.budget === undefined ? '' : `${row.atLeast ? '≥' : '≤'} ${shown({ ...row, value: row.budget })}`,
    row.budget === undefined ? '' : missed(row) ? 'MISSED' : 'ok',
  ]);
  const all = [['name', 'value', 'budget', 'ok'], ...lines];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
