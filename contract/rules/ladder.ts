import { shanghaiDay, type IsWorkday } from './calendar';
import type { RungKind } from '../policy/notices-part';

/** The chase ladder (自动催办): steps in working days from the due day, made at one time of day. Pure. */

const HOUR = 3600_000;
const DAY = 24 * HOUR;
/** Longer than any run of holidays; beyond it something is wrong with the calendar. */
const LOOKED_AT = 400;

export interface Step {
  /** Working days from the due day: -2 is two before it, 0 the day itself, 1 the one after. */
  workdays: number;
  to: RungKind;
}

/** What became of a rung. `merged`: a later one due at the same time stood for it; `skipped`: it fell before publication. */
export const rungEnds = ['sent', 'merged', 'skipped'] as const;
export type RungEnd = (typeof rungEnds)[number];

export interface Rung extends Step {
  on: boolean;
  end?: RungEnd;
}

/**
 * The working day of a step, `YYYY-MM-DD`. A due day that is free counts as the working day before it for 0, so that
 * nobody is reminded on a holiday; a midnight deadline belongs to the day that ends with it.
 */
export function rungDay(dueAt: Date, workdays: number, isWorkday: IsWorkday): string {
  const due = shanghaiDay(new Date(dueAt.getTime() - 1));
  let left = Math.abs(workdays);
  if (left === 0 && isWorkday(due)) return due;
  if (left === 0) left = 1;
  const step = workdays > 0 ? DAY : -DAY;
  let at = Date.parse(`${due}T00:00:00Z`);
  for (let i = 0; i < LOOKED_AT && left > 0; i += 1) {
    at += step;
    if (isWorkday(isoDay(at))) left -= 1;
  }
  return isoDay(at);
}

/** The instant of a step; `remindAt` is `HH:MM` in Asia/Shanghai. */
export const rungAt = (dueAt: Date, workdays: number, remindAt: string, isWorkday: IsWorkday): Date =>
  new Date(Date.parse(`${rungDay(dueAt, workdays, isWorkday)}T00:00:00Z`) + clockMs(remindAt) - 8 * HOUR);

/** The first moment at or after `at` on a working day: itself, or the next such day's `remindAt`. For a step that was missed. */
export function onWorkday(at: Date, remindAt: string, isWorkday: IsWorkday): Date {
  let day = shanghaiDay(at);
  if (isWorkday(day)) return at;
  for (let i = 0; i < LOOKED_AT && !isWorkday(day); i += 1)
    day = isoDay(Date.parse(`${day}T00:00:00Z`) + DAY);
  return new Date(Date.parse(`${day}T00:00:00Z`) + clockMs(remindAt) - 8 * HOUR);
}

/** Deadline, and what a ladder needs besides. */
export interface Schedule {
  dueAt: Date;
  remindAt: string;
  isWorkday: IsWorkday;
}

const instantOf = ({ dueAt, remindAt, isWorkday }: Schedule, { workdays }: Step): Date =>
  rungAt(dueAt, workdays, remindAt, isWorkday);

/**
 * A ladder as it begins. Steps that fall before the publication or on its own day are skipped: the message of the
 * publication itself told the units that day.
 */
export function beginRungs(steps: Step[], off: number[], publishedAt: Date, schedule: Schedule): Rung[] {
  const first = shanghaiDay(publishedAt);
  return [...steps]
    .sort((a, b) => a.workdays - b.workdays)
    .map(({ workdays, to }) => ({
      workdays,
      to,
      on: !off.includes(workdays),
      ...(shanghaiDay(instantOf(schedule, { workdays, to })) <= first && { end: 'skipped' as const }),
    }));
}

/** Still to come, or overdue. */
const pending = ({ on, end }: Rung): boolean => on && !end;

/** When something is to be done next; null: never again. In the past when it is overdue. */
export function nextRungAt(rungs: Rung[], schedule: Schedule): Date | null {
  const times = rungs.filter(pending).map((rung) => instantOf(schedule, rung).getTime());
  return times.length ? new Date(Math.min(...times)) : null;
}

/** What is due and not done, by its days: due ≤ now and not yet sent, so a missed timer day loses nothing. */
export const dueRungs = (rungs: Rung[], schedule: Schedule, now: Date): Rung[] =>
  rungs.filter((rung) => pending(rung) && instantOf(schedule, rung) <= now);

export type RungState = 'coming' | 'doing' | RungEnd | 'off' | 'missed';

/** How a rung stands on the page. `missed`: switched off when its time came. */
export function rungState(rung: Rung, at: Date, now: Date, doing: boolean): RungState {
  if (rung.end) return rung.end;
  if (!rung.on) return at <= now ? 'missed' : 'off';
  return doing || at <= now ? 'doing' : 'coming';
}

/** Its switch may still be turned: its time has not come. */
export const rungOpen = (rung: Rung, at: Date, now: Date): boolean => !rung.end && at > now;

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

const clockMs = (clock: string): number =>
  Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3, 5)) * 60_000;
