import { useMemo } from 'react';
import type { Output } from '@contract/index';
import type { Right } from '@contract/rules/rights';
import { storage } from './device/storage';
import { signal, useSignal } from './signal';
import { useQuery, type Query } from './use-query';

/** Who is here and whom they act for (somebody may be liaison of two units, or staff and liaison at once). */

export type Acting =
  | { kind: 'staff' }
  /** `until`: only stands in for the unit, to the end of that day (临时代理). */
  | { kind: 'seat'; unitId: string; unitName: string; until?: string }
  | { kind: 'stranger' };
export type Me = Output<'me.get'>;

const KEY = 'acting';
const chosen = signal<string | null>(null);

/** `staff` or a unit's id; kept for the next time. */
export function actAs(choice: string): void {
  storage.set(KEY, choice);
  chosen.set(choice);
}

/** The roles one may act in, staff first. */
export function rolesOf(me: Me | null): Acting[] {
  const person = me?.person;
  const roles: Acting[] = person?.staff ? [{ kind: 'staff' }] : [];
  for (const { unitId, unitName } of person?.seats ?? []) roles.push({ kind: 'seat', unitId, unitName });
  for (const { unitId, unitName, to } of person?.proxies ?? [])
    if (!roles.some((role) => role.kind === 'seat' && role.unitId === unitId))
      roles.push({ kind: 'seat', unitId, unitName, until: to });
  return roles;
}

export const choiceOf = (acting: Acting): string => (acting.kind === 'seat' ? acting.unitId : acting.kind);

/** What one is for the unit: 联络员 as the rulebook calls it, or 代理 至12月3日. */
export function seatWords(me: Me | null, unitId: string, until?: string): string {
  if (until) return `代理 至${Number(until.slice(5, 7))}月${Number(until.slice(8, 10))}日`;
  const kind = me?.person?.seats.find((seat) => seat.unitId === unitId)?.kind ?? 'main';
  return me?.seatNames?.[kind] ?? '联络员';
}

export interface Session extends Query<Me> {
  me: Me | null;
  acting: Acting;
  can: (right: Right) => boolean;
}

const NOTHING = {};

export function useSession(): Session {
  const query = useQuery('me.get', NOTHING);
  const wish = useSignal(chosen) ?? storage.get<string>(KEY);
  const me = query.data;
  const acting = useMemo<Acting>(() => {
    const roles = rolesOf(me);
    return roles.find((role) => choiceOf(role) === wish) ?? roles[0] ?? { kind: 'stranger' };
  }, [me, wish]);
  const can = (right: Right) => acting.kind === 'staff' && !!me?.person?.staff?.rights.includes(right);
  return { ...query, me, acting, can };
}
