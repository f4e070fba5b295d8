import type { FormPart } from '@contract/form';
import type { Parsed } from '@contract/index';
import { searchFields, tidyName } from '../../kit/search';
import type { Filing } from '../../stores/filings';
import type { Seat, Unit } from '../../stores/units';

/** The seat a filing leads to. */
export const seatFrom = ({ _id, kind, openid, form }: Filing, numbers: string[], since: Date): Seat => ({
  kind,
  openid,
  name: form.name ?? '',
  position: form.position ?? '',
  phone: form.mobile ?? '',
  landline: form.landline ?? '',
  filingId: _id,
  numbers,
  since,
});

/** A record in force: what was just reviewed counts as verified. */
export const inForceFrom = ({ form }: Filing, since: Date) => ({
  since,
  inForce: true,
  verified: Object.fromEntries(Object.keys(form).map((key) => [key, since])),
  verifiedAt: since,
});

/** A record at its end; the person keeps nothing but its history. */
export const closedOn = (until: Date, ended: string) => ({
  state: 'closed' as const,
  inForce: false,
  until,
  ended,
});

/** What changes in the unit's file when the reviewer takes these fields over; a new name is found and sorted anew. */
export function takenInto(unit: Unit, form: FormPart, take: Parsed<'filing.approve'>['take']): Partial<Unit> {
  const takes = (field: (typeof take)[number]) => take.includes(field);
  const name = takes('unitName') ? tidyName(form.unitName ?? unit.name) : unit.name;
  const change: Partial<Unit> = {
    ...(name !== unit.name && { name }),
    ...(takes('unitNature') &&
      form.unitNature && { nature: form.unitNature, stateLevel: form.unitStateLevel ?? null }),
    ...Object.fromEntries(sameInFile.filter((key) => takes(key) && form[key]).map((key) => [key, form[key]])),
  };
  // By name, region and industry a unit is found and sorted.
  const placed = change.name ?? change.region ?? change.industry;
  return { ...change, ...(placed !== undefined && searchFields({ ...unit, ...change }, unit._id)) };
}

/** Fields with one name and one rule in the form and in the unit's file. */
const sameInFile = [
  'address',
  'postCode',
  'creditCode',
  'legalRep',
  'region',
  'industry',
  'fax',
  'website',
] as const;
