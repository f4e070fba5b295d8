import type { FormPart } from '@contract/form';
import type { Parsed } from '@contract/index';
import { searchFields, tidyName } from '../../kit/search';
import type { Filing } from '../../stores/filings';
import type { Seat, Unit } from '../../stores/units';

/** The seat a filing leads to. */
export const seatFrom = ({ _id, openid, form }: Filing, numbers: string[], since: Date): Seat => ({
  kind: 'main',
  openid,
  name: form.name ?? '',
  position: form.position ?? '',
  phone: form.mobile ?? '',
  landline: form.landline ?? '',
  filingId: _id,
  numbers,
  since,
});

/** What changes in the unit's file when the reviewer takes these fields over; a new name is found and sorted anew. */
export function takenInto(unit: Unit, form: FormPart, take: Parsed<'filing.approve'>['take']): Partial<Unit> {
  const takes = (field: (typeof take)[number]) => take.includes(field);
  const name = takes('unitName') ? tidyName(form.unitName ?? unit.name) : unit.name;
  return {
    ...(name !== unit.name && { name, ...searchFields({ ...unit, name }, unit._id) }),
    ...(takes('unitNature') &&
      form.unitNature && { nature: form.unitNature, stateLevel: form.unitStateLevel ?? null }),
    ...(takes('address') && form.address && { address: form.address }),
    ...(takes('postCode') && form.postCode && { postCode: form.postCode }),
  };
}
