import type { Output } from '@contract/index';
import { maskMobile } from '@contract/rules/mask';
import { contactKey } from '../../kit/contact-key';
import { seatsOf, type Unit } from '../../stores/units';

type Entry = Output<'directory.list'>['units'][number];

/** `open`: the reader is a liaison and the rulebook opens numbers to liaisons. A landline is the office's, not the person's. */
export function presentEntry(unit: Unit, open: boolean): Entry {
  const { _id, name, region, industry, post, landline, fax, email, seats, contacts } = unit;
  const shown = (phone: string) => (open || !phone ? phone : maskMobile(phone));
  return {
    unitId: _id,
    name,
    region,
    industry,
    post,
    landline,
    fax,
    email,
    seats: seatsOf(unit).map((seat) => ({ ...seat, phone: shown(seat.phone) })),
    unregistered: contacts.flatMap((contact) => {
      const { kind } = contact;
      const empty = (kind === 'liaison' && !seats.main) || (kind === 'deputy' && !seats.deputy);
      return empty ? [{ ...contact, kind, key: contactKey(contact), phone: shown(contact.phone) }] : [];
    }),
  };
}
