import type { Contract, ParsedOf } from '@contract/action';
import { CONSENT_VERSION } from '@contract/filing';
import { may, type Right } from '@contract/rules/rights';
import type { Caller } from './context';
import { AppError } from './errors';

/** Who may do what: a policy file names one of these rules for each action. A rule throws or lets pass. */

export type Rule<I> = (caller: Caller, input: I) => void;
export type Policy<C extends Contract> = { [K in keyof C]: Rule<ParsedOf<C[K]>> };

export const isStaff = (caller: Caller): boolean => !!caller.person?.staff;

export const holdsSeat = (caller: Caller, unitId: string): boolean =>
  !!caller.person?.seats.some((seat) => seat.unitId === unitId);

/** Strangers too: what they may see is the presenter's matter. */
export const anyone: Rule<unknown> = () => undefined;

export const staff: Rule<unknown> = (caller) => {
  if (!isStaff(caller)) throw deny(caller);
};

export const staffMay =
  (right: Right): Rule<unknown> =>
  (caller) => {
    if (!may(caller.person?.staff?.role, right)) throw deny(caller);
  };

/** An active seat of the very unit the input acts for. */
export const seatOfUnit: Rule<{ unitId: string }> = (caller, input) => {
  if (!holdsSeat(caller, input.unitId)) throw deny(caller);
};

/** Staff or any liaison. */
export const member: Rule<unknown> = (caller) => {
  if (!isStaff(caller) && !caller.person?.seats.length) throw deny(caller);
};

/** Somebody who consented to the text of today, and so has a row. */
export const consented: Rule<unknown> = (caller) => {
  if (!caller.person?.consents.some(({ version }) => version === CONSENT_VERSION))
    throw new AppError('consent');
};

function deny(caller: Caller): AppError {
  const known = isStaff(caller) || !!caller.person?.seats.length;
  return new AppError(known ? 'forbidden' : 'stranger');
}
