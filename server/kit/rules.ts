import type { Contract, ParsedOf } from '@contract/action';
import { CONSENT_VERSION } from '@contract/filing';
import { may, type Right, type Scope } from '@contract/rules/rights';
import type { Caller } from './context';
import { AppError } from './errors';

/** Who may do what: a policy file names one of these rules for each action. A rule throws or lets pass. */

export type Rule<I> = (caller: Caller, input: I) => void;
export type Policy<C extends Contract> = { [K in keyof C]: Rule<ParsedOf<C[K]>> };

export const isStaff = (caller: Caller): boolean => !!caller.person?.staff;

export const holdsSeat = (caller: Caller, unitId: string): boolean =>
  !!caller.person?.seats.some((seat) => seat.unitId === unitId);

/** Stands in for the unit today in that matter; `person.proxies` holds only what is in force (kit/caller.ts). */
export const isProxy = (caller: Caller, unitId: string, scope: Scope): boolean =>
  !!caller.person?.proxies.some((proxy) => proxy.unitId === unitId && proxy.scopes.includes(scope));

/** Units the caller acts for in that matter, by a seat or as a proxy. */
export const unitsActedFor = ({ person }: Caller, scope: Scope): string[] => [
  ...(person?.seats ?? []).map(({ unitId }) => unitId),
  ...(person?.proxies ?? []).filter(({ scopes }) => scopes.includes(scope)).map(({ unitId }) => unitId),
];

/** The caller's name as it stands on what was done for the unit: 李某（代理） for who only stands in. */
export const nameFor = (caller: Caller, unitId: string): string => {
  const name = caller.person?.name ?? '';
  const proxy = !holdsSeat(caller, unitId) && caller.person?.proxies.some((one) => one.unitId === unitId);
  return proxy ? `${name}（代理）` : name;
};

/** Strangers too: what they may see is the presenter's matter. */
export const anyone: Rule<unknown> = () => undefined;

export const staff: Rule<unknown> = (caller) => {
  if (!isStaff(caller)) throw deny(caller);
};

/** Staff with at least one of these rights. */
export const staffMay =
  (...rights: Right[]): Rule<unknown> =>
  (caller) => {
    if (!rights.some((right) => may(caller.person?.staff?.role, right))) throw deny(caller);
  };

/** An active seat of the very unit the input acts for. */
export const seatOfUnit: Rule<{ unitId: string }> = (caller, input) => {
  if (!holdsSeat(caller, input.unitId)) throw deny(caller);
};

/** An active seat of the unit the input acts for, or a temporary proxy for this matter (临时代理). */
export const actsFor =
  (scope: Scope): Rule<{ unitId: string }> =>
  (caller, input) => {
    if (!holdsSeat(caller, input.unitId) && !isProxy(caller, input.unitId, scope)) throw deny(caller);
  };

/** The unit's own liaisons, or staff with that right. */
export const seatOrStaffMay =
  (right: Right): Rule<{ unitId: string }> =>
  (caller, input) => {
    if (!holdsSeat(caller, input.unitId) && !may(caller.person?.staff?.role, right)) throw deny(caller);
  };

/** The unit's own liaisons, or staff. */
export const seatOrStaff: Rule<{ unitId: string }> = (caller, input) => {
  if (!holdsSeat(caller, input.unitId) && !isStaff(caller)) throw deny(caller);
};

/** Staff or any liaison. */
export const member: Rule<unknown> = (caller) => {
  if (!isStaff(caller) && !caller.person?.seats.length) throw deny(caller);
};

/** Somebody we have a row of; what is no business of theirs they do not find. */
export const known: Rule<unknown> = ({ person }) => {
  if (!person) throw new AppError('stranger');
};

/** Somebody who consented to the text of today, and so has a row. */
export const consented: Rule<unknown> = (caller) => {
  if (!caller.person?.consents.some(({ version }) => version === CONSENT_VERSION))
    throw new AppError('consent');
};

function deny(caller: Caller): AppError {
  const ours = isStaff(caller) || !!caller.person?.seats.length || !!caller.person?.proxies.length;
  return new AppError(ours ? 'forbidden' : 'stranger');
}
