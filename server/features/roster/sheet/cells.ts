import { rosterPeople, type RosterPerson } from '@contract/roster';
import { contactKinds, natures, posts, stateLevels, type Contact, type UnitForm } from '@contract/unit';
import type { Seat, Unit } from '../../../stores/units';

export type Hosts = { id: string; name: string; short: string }[];
/** What of a unit a row of the roster shows. */
export type Shown = UnitForm & Pick<Unit, 'seats'>;

const persons = Object.keys(rosterPeople) as RosterPerson[];

/** Which contact stands in which group of columns: the first of its kind where nobody sits, the others numbered. */
export function placesOf({ contacts, seats }: Pick<Shown, 'contacts' | 'seats'>): Map<string, number> {
  const places = new Map<string, number>();
  for (const person of persons) {
    if ((person === 'liaison' && seats.main) || (person === 'deputy' && seats.deputy)) continue;
    const at = contacts.findIndex(({ kind }) => kind === person);
    if (at >= 0) places.set(person, at);
  }
  const shown = new Set(places.values());
  let n = 0;
  contacts.forEach((_contact, at) => {
    if (!shown.has(at)) places.set(`contact${(n += 1)}`, at);
  });
  return places;
}

/** A unit's row in our own export, by field; empty ones are left out. What a row read back is compared with. */
export function cellsOf(
  unit: Shown,
  hosts: Hosts,
  phoneOf: (phone: string) => string,
): Record<string, string> {
  const cells: Record<string, string> = {
    name: unit.name,
    short: unit.short,
    nature: natures[unit.nature],
    stateLevel: unit.stateLevel ? stateLevels[unit.stateLevel] : '',
    address: unit.address,
    postCode: unit.postCode,
    hosts: unit.hosts.map((id) => hosts.find((host) => host.id === id)?.name ?? id).join('、'),
    region: unit.region,
    industry: unit.industry,
    post: posts[unit.post],
    creditCode: unit.creditCode,
    legalRep: unit.legalRep,
    landline: phoneOf(unit.landline),
    fax: unit.fax,
    email: unit.email,
    website: unit.website,
    tags: unit.tags.join('、'),
    joinedOn: unit.joinedOn ?? '',
  };
  const put = (group: string, person: Partial<Contact> | Seat) => {
    for (const column of ['name', 'position', 'email', 'wechat'] as const)
      cells[`${group}_${column}`] = (person as Partial<Contact>)[column] ?? '';
    for (const column of ['phone', 'landline'] as const)
      cells[`${group}_${column}`] = phoneOf(person[column] ?? '');
  };
  if (unit.seats.main) put('liaison', unit.seats.main);
  if (unit.seats.deputy) put('deputy', unit.seats.deputy);
  for (const [group, at] of placesOf(unit)) {
    const contact = unit.contacts[at];
    if (!contact) continue;
    put(group, contact);
    if (group.startsWith('contact')) cells[`${group}_kind`] = contactKinds[contact.kind];
  }
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}
