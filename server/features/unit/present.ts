import type { Output } from '@contract/index';
import type { Policy } from '@contract/policy/schema';
import { maskMobile } from '@contract/rules/mask';
import type { Contact, ShownContact } from '@contract/unit';
import { contactKey } from '../../kit/contact-key';
import { seatsOf, type Departure, type Seat, type Unit } from '../../stores/units';

const DAY = 86_400_000;

export const presentListed = (unit: Unit, now: Date): Output<'unit.list'>['units'][number] => ({
  unitId: unit._id,
  name: unit.name,
  region: unit.region,
  industry: unit.industry,
  post: unit.post,
  tags: unit.tags,
  liaison: unit.seats.main?.name ?? null,
  vacantDays: unit.left ? null : vacantDays(unit, now),
  leftOn: unit.left?.on ?? null,
});

export const presentUnit = (
  { _id, seats, contacts, left, departures = [], ...unit }: Unit,
  { seats: { names }, classifications }: Pick<Policy, 'seats' | 'classifications'>,
  now: Date,
): Output<'unit.get'> => ({
  ...unit,
  unitId: _id,
  contacts: contacts.map(presentContact),
  left: left && presentDeparture(left),
  departures: departures
    .map((one) => ({ ...presentDeparture(one), backAt: one.backAt.toISOString() }))
    .reverse(),
  seats: seatsOf({ seats }).map(presentSeat),
  seatNames: names,
  classifications,
  vacantDays: left ? null : vacantDays(unit, now),
  updatedAt: unit.updatedAt.toISOString(),
});

const presentSeat = ({ phone, since, ...seat }: Seat) => ({
  ...seat,
  phone: maskMobile(phone),
  since: since.toISOString(),
});

const presentContact = (contact: Contact): ShownContact => ({
  ...contact,
  key: contactKey(contact),
  phone: contact.phone && maskMobile(contact.phone),
});

const presentDeparture = ({ at, ...departure }: Departure) => ({ ...departure, at: at.toISOString() });

const vacantDays = ({ vacantSince }: Pick<Unit, 'vacantSince'>, now: Date): number | null =>
  vacantSince && Math.max(0, Math.floor((now.getTime() - vacantSince.getTime()) / DAY));
