import { evalExpr } from 'mingo/core';
import { requestFailed, unsupported } from '../errors';
import { isDoc, typeName, type Doc, type Maybe } from '../value/value';
import { isNil, stringOf, type Operator } from './operands';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes a time zone is ahead of UTC at an instant; names of the Olson database, or `+08:00`, `+0800`, `+08`. */
function zoneMinutes(zone: Maybe, at: number): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const name = stringOf('timezone', zone);
  const fixed = /^([+-])(\d\d):?(\d\d)?$/.exec(name);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  const parts = Object.fromEntries(
    formatterOf(name)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - at) / MINUTE);
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, made);
    return made;
  } catch {
    throw requestFailed(`(Location40485) unrecognized time zone identifier: "${zone}"`);
  }
}

/** The date whose UTC fields are the wall clock of the zone. */
const wall = (date: Date, zone: Maybe) =>
  new Date(date.getTime() + zoneMinutes(zone, date.getTime()) * MINUTE);

/** The instant at which the zone's wall clock shows this. */
function instant(clock: number, zone: Maybe): Date {
  const guess = clock - zoneMinutes(zone, clock) * MINUTE;
  return new Date(clock - zoneMinutes(zone, guess) * MINUTE);
}

const dayOfYear = (d: Date) => Math.floor((d.getTime() - Date.UTC(d.getUTCFullYear(), 0, 1)) / DAY) + 1;
const isoDay = (d: Date) => d.getUTCDay() || 7;
/** The Thursday of the same ISO week: its year is the ISO year. */
const thursday = (d: Date) => new Date(d.getTime() + (4 - isoDay(d)) * DAY);
const isoWeek = (d: Date) => Math.floor((dayOfYear(thursday(d)) - 1) / 7) + 1;
const isoYear = (d: Date) => thursday(d).getUTCFullYear();
/** Weeks begin on Sunday; the days before the first Sunday are week 0. */
const week = (d: Date) => Math.floor((dayOfYear(d) + 6 - d.getUTCDay()) / 7);

const PARTS: Record<string, (d: Date) => number> = {
  $year: (d) => d.getUTCFullYear(),
  $month: (d) => d.getUTCMonth() + 1,
  $dayOfMonth: (d) => d.getUTCDate(),
  $dayOfWeek: (d) => d.getUTCDay() + 1,
  $dayOfYear: dayOfYear,
  $hour: (d) => d.getUTCHours(),
  $minute: (d) => d.getUTCMinutes(),
  $second: (d) => d.getUTCSeconds(),
  $millisecond: (d) => d.getUTCMilliseconds(),
  $week: week,
  $isoWeek: isoWeek,
  $isoWeekYear: isoYear,
  $isoDayOfWeek: isoDay,
};

function dateOf(name: string, v: Maybe): Date {
  if (!(v instanceof Date))
    throw requestFailed(`(Location16006) ${name}: can't convert ${typeName(v)} to Date`);
  return v;
}

/** The fields of an operator's object, each evaluated; `undefined` where absent or missing. */
function fields(name: string, obj: unknown, expr: unknown, options: Parameters<Operator>[2]) {
  if (!isDoc(expr as Maybe))
    throw requestFailed(`(BadValue) ${name} only supports an object as its argument`);
  const spec = expr as Doc;
  return Object.fromEntries(
    Object.keys(spec).map((key) => [key, evalExpr(obj, spec[key], options) as Maybe]),
  ) as Record<string, Maybe>;
}

const part =
  (name: string, work: (d: Date) => number): Operator =>
  (obj, expr, options) => {
    const list: unknown[] = Array.isArray(expr) ? expr : [expr];
    const [only, ...rest] = list;
    if (rest.length > 0) throw requestFailed(`(Location40536) ${name} accepts exactly one argument`);
    const withZone = isDoc(only as Maybe) && Object.hasOwn(only as Doc, 'date');
    const { date, timezone } = withZone
      ? fields(name, obj, only, options)
      : { date: evalExpr(obj, only, options) as Maybe, timezone: undefined };
    return isNil(date) || timezone === null ? null : work(wall(dateOf(name, date), timezone));
  };

const pad = (n: number, digits: number) => String(n).padStart(digits, '0');
const SPECIFIERS: Record<string, (d: Date, offset: number) => string> = {
  Y: (d) => pad(d.getUTCFullYear(), 4),
  m: (d) => pad(d.getUTCMonth() + 1, 2),
  d: (d) => pad(d.getUTCDate(), 2),
  H: (d) => pad(d.getUTCHours(), 2),
  M: (d) => pad(d.getUTCMinutes(), 2),
  S: (d) => pad(d.getUTCSeconds(), 2),
  L: (d) => pad(d.getUTCMilliseconds(), 3),
  j: (d) => pad(dayOfYear(d), 3),
  w: (d) => String(d.getUTCDay() + 1),
  u: (d) => String(isoDay(d)),
  U: (d) => pad(week(d), 2),
  V: (d) => pad(isoWeek(d), 2),
  G: (d) => pad(isoYear(d), 4),
  z: (_d, offset) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: (_d, offset) => String(offset),
  '%': () => '%',
};

const dateToString: Operator = (obj, expr, options) => {
  const { date, format, timezone, onNull } = fields('$dateToString', obj, expr, options);
  if (isNil(date) || timezone === null || format === null) return onNull ?? null;
  const at = dateOf('$dateToString', date);
  const pattern =
    format === undefined
      ? `%Y-%m-%dT%H:%M:%S.%L${timezone === undefined ? 'Z' : ''}`
      : stringOf('format', format);
  return pattern.replace(/%(.?)/gs, (_all, letter: string) => {
    const write = Object.hasOwn(SPECIFIERS, letter) ? SPECIFIERS[letter] : undefined;
    if (write === undefined)
      throw requestFailed(`(Location18536) Invalid format character '%${letter}' in format string`);
    return write(wall(at, timezone), zoneMinutes(timezone, at.getTime()));
  });
};

/** The forms read without `format`: a date, or date and time with an optional zone. */
const ISO =
  /^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:[T ](?<H>\d\d):(?<M>\d\d)(?::(?<S>\d\d)(?:\.(?<L>\d{1,3}))?)?)?(?<z>Z|[+-]\d\d:?\d\d)?$/;
const READERS: Record<string, string> = {
  Y: '\\d{4}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
  L: '\\d{1,3}',
  z: 'Z|[+-]\\d\\d:?\\d\\d',
};

function patternOf(format: string): RegExp {
  const source = format.replace(/%(.?)|[\\^$.*+?()[\]{}|]/gs, (all: string, letter: string | undefined) => {
    if (!all.startsWith('%')) return `\\${all}`;
    if (letter === '%') return '%';
    const reader = letter === undefined ? undefined : READERS[letter];
    if (reader === undefined) throw unsupported(`$dateFromString with ${all} in its format`);
    return `(?<${letter ?? ''}>${reader})`;
  });
  return new RegExp(`^${source}$`);
}

const dateFromString: Operator = (obj, expr, options) => {
  const { dateString, format, timezone, onNull, onError } = fields('$dateFromString', obj, expr, options);
  if (isNil(dateString)) return onNull ?? null;
  const found = (format === undefined ? ISO : patternOf(stringOf('format', format))).exec(
    typeof dateString === 'string' ? dateString : '',
  )?.groups;
  const clock = found && clockOf(found);
  if (found === undefined || clock === undefined) {
    if (Object.hasOwn(expr as object, 'onError')) return onError;
    throw requestFailed(`(ConversionFailure) Error parsing date string '${JSON.stringify(dateString)}'`);
  }
  if (found.z !== undefined && timezone !== undefined)
    throw requestFailed('(ConversionFailure) a date string with a time zone and a timezone argument');
  return instant(clock, found.z ?? timezone);
};

/** Milliseconds of a wall clock; undefined when there is no such day or time. */
function clockOf({ Y, m, d, H = '0', M = '0', S = '0', L = '0' }: Record<string, string | undefined>) {
  const clock = Date.UTC(Number(Y), Number(m) - 1, Number(d), +H, +M, +S, Number(L.padEnd(3, '0')));
  const back = new Date(clock);
  const same = back.getUTCDate() === Number(d) && back.getUTCHours() === +H && back.getUTCMinutes() === +M;
  return same ? clock : undefined;
}

const dateFromParts: Operator = (obj, expr, options) => {
  const given = fields('$dateFromParts', obj, expr, options);
  if (Object.keys(given).some((key) => isNil(given[key]))) return null;
  const number = (key: string, fallback: number) => {
    const v = given[key] ?? fallback;
    if (typeof v !== 'number' || !Number.isInteger(v))
      throw requestFailed(`(Location40515) '${key}' must evaluate to an integer, found ${typeName(v)}`);
    return v;
  };
  const iso = Object.hasOwn(given, 'isoWeekYear');
  const year = number(iso ? 'isoWeekYear' : 'year', NaN);
  if (year < 1 || year > 9999)
    throw requestFailed(`(Location40523) 'year' must evaluate to an integer in the range 1 to 9999`);
  const firstThursday = thursday(new Date(Date.UTC(year, 0, 4)));
  const day = iso
    ? firstThursday.getTime() + (number('isoWeek', 1) - 1) * 7 * DAY + (number('isoDayOfWeek', 1) - 4) * DAY
    : new Date(0).setUTCFullYear(year, number('month', 1) - 1, number('day', 1));
  const time =
    (number('hour', 0) * 60 + number('minute', 0)) * MINUTE +
    number('second', 0) * 1000 +
    number('millisecond', 0);
  return instant(day + time, given.timezone);
};

export const DATE_OPERATORS: Record<string, Operator> = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, work]) => [name, part(name, work)])),
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
};
