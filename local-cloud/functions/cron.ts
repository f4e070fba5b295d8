/** Seven fields: second minute hour day month week year, in UTC+8; day and week both given are alternatives. */
export type Cron = Array<Set<number> | '*'>;

const FIELDS: Array<{ name: string; min: number; max: number }> = [
  { name: 'second', min: 0, max: 59 },
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12 },
  { name: 'week', min: 0, max: 6 },
  { name: 'year', min: 1970, max: 2099 },
];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const UTC8 = 8 * 3600_000;

/** Parses a trigger's config; throws when CloudBase would refuse it. */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== 7) throw new Error(`cron ${text}: needs 7 fields`);
  return FIELDS.map((field, i) => {
    const part = parts[i] ?? '';
    if (part === '*' || part === '?') return '*';
    return new Set(part.split(',').flatMap((piece) => values(piece, field)));
  });
}

function values(piece: string, { name, min, max }: (typeof FIELDS)[number]): number[] {
  const [range = '', every] = piece.split('/');
  const [from, to] = range === '*' ? [min, max] : range.split('-').map((v) => number(v, name));
  if (from === undefined) throw new Error(`cron: invalid ${name} ${piece}`);
  const step = every === undefined ? 1 : Number(every);
  const end = to ?? (every === undefined ? from : max);
  if (!Number.isInteger(step) || step < 1 || from < min || end > max || from > end)
    throw new Error(`cron: invalid ${name} ${piece}`);
  const out: number[] = [];
  for (let v = from; v <= end; v += step) out.push(v);
  return out;
}

function number(text: string, name: string): number {
  const named =
    name === 'month'
      ? MONTHS.indexOf(text.toUpperCase()) + 1
      : name === 'week'
        ? DAYS.indexOf(text.toUpperCase())
        : -1;
  if (named > 0 || (name === 'week' && named === 0)) return named;
  if (!/^\d+$/.test(text)) throw new Error(`cron: invalid ${name} ${text}`);
  return Number(text);
}

/** True when the cron fires in the second of this instant. */
export function matchesCron(cron: Cron, at: number): boolean {
  const t = new Date(at + UTC8);
  const now = [
    t.getUTCSeconds(),
    t.getUTCMinutes(),
    t.getUTCHours(),
    t.getUTCDate(),
    t.getUTCMonth() + 1,
    t.getUTCDay(),
    t.getUTCFullYear(),
  ];
  const holds = (i: number) => {
    const field = cron[i];
    return field === '*' || field === undefined || field.has(now[i] ?? -1);
  };
  const [day, week] = [cron[3] !== '*', cron[5] !== '*'];
  const dayHolds = day && week ? holds(3) || holds(5) : holds(3) && holds(5);
  return dayHolds && [0, 1, 2, 4, 6].every(holds);
}
