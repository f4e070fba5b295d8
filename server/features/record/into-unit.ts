import type { FormKey, FormPart } from '@contract/form';
import { searchFields, tidyName } from '../../kit/search';
import type { Filing } from '../../stores/filings';
import type { Seat, Unit } from '../../stores/units';

/** Who sits there now, by the record. */
export const seatBy = (seat: Seat, form: FormPart): Seat => ({
  ...seat,
  name: form.name ?? seat.name,
  position: form.position ?? '',
  phone: form.mobile ?? seat.phone,
  landline: form.landline ?? '',
});

/** What agreed fields change in the unit's file; names are found and sorted anew. */
export function intoUnit(
  unit: Unit,
  form: FormPart,
  agreed: FormKey[],
  seat: Seat,
  now: Date,
): Partial<Unit> {
  const has = (key: FormKey) => agreed.includes(key);
  const change: Partial<Unit> = {
    ...(has('unitName') && form.unitName && { name: tidyName(form.unitName) }),
    ...((has('unitNature') || has('unitStateLevel')) &&
      form.unitNature && { nature: form.unitNature, stateLevel: form.unitStateLevel ?? null }),
    ...some(['address', 'postCode', 'region', 'industry'], (key) => has(key) && form[key]),
    ...some(['creditCode', 'legalRep', 'fax', 'website'], (key) => has(key) && (form[key] ?? '')),
  };
  const seats = { ...unit.seats, [seat.kind]: seat };
  return {
    ...change,
    ...searchFields({ ...unit, ...change, seats }, unit._id),
    // Always later than before, or two edits within a millisecond would look like one.
    updatedAt: new Date(Math.max(now.getTime(), unit.updatedAt.getTime() + 1)),
  };
}

/** The seat the record is kept for, while its person still holds it. */
export function seatOf({ kind, openid }: Filing, unit: Unit): Seat | null {
  const seat = unit.seats[kind];
  return unit.active && seat?.openid === openid ? seat : null;
}

/** `false`: not this one; unit-file fields that must not be empty are passed as `undefined` then. */
const some = <K extends string>(
  keys: K[],
  valueOf: (key: K) => string | false | undefined,
): { [P in K]?: string } =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const value = valueOf(key);
      return value === false || value === undefined ? [] : [[key, value]];
    }),
  ) as { [P in K]?: string };
