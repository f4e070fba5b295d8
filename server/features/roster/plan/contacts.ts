import { personColumns, rosterPeople, type PersonColumn, type RosterPerson } from '@contract/roster';
import { maskMobile } from '@contract/rules/mask';
import type { Contact, ContactKind } from '@contract/unit';
import type { Seat } from '../../../stores/units';
import { contactKindOf } from '../cell/choices';
import { peopleIn, type Somebody } from '../cell/people';
import { keyOf } from '../cell/text';
import { placesOf, type Shown } from '../sheet/cells';

export interface PlannedContacts {
  contacts: Contact[];
  notes: string[];
  faults: string[];
}

const columns = Object.keys(personColumns) as PersonColumn[];

/**
 * The people of a row, put into the unit's contacts. Somebody registered on WeChat is never changed by a roster; a
 * person of the same kind and name is completed, another one takes the place of whom the row no longer names.
 */
export function planContacts(
  said: (field: string) => string,
  unit: Shown | null,
  shown: Record<string, string>,
): PlannedContacts {
  const before = unit?.contacts ?? [];
  const places = unit ? placesOf(unit) : new Map<string, number>();
  const plan = { contacts: before.map((one) => ({ ...one })), notes: [] as string[], faults: [] as string[] };
  const used = new Set<number>();
  const named: { kind: ContactKind; person: Somebody; place: number | undefined }[] = [];
  const groups = [...Object.keys(rosterPeople), ...Array.from({ length: 12 }, (_, i) => `contact${i + 1}`)];
  for (const group of groups) {
    const cells = Object.fromEntries(columns.map((column) => [column, said(`${group}_${column}`)])) as Record<
      PersonColumn,
      string
    >;
    const given = columns.filter((column) => cells[column]);
    const place = places.get(group);
    if (given.every((column) => keyOf(cells[column]) === keyOf(shown[`${group}_${column}`] ?? ''))) {
      if (place !== undefined && given.length > 0) used.add(place);
      continue;
    }
    const label = group in rosterPeople ? rosterPeople[group as RosterPerson] : `联系人${group.slice(7)}`;
    const read = peopleIn(cells, label);
    plan.notes.push(...read.notes);
    plan.faults.push(...read.faults);
    const kind = kindOf(group, said(`${group}_kind`));
    if (!kind) {
      plan.faults.push(`${label}的类别“${said(`${group}_kind`)}”不认识`);
      continue;
    }
    const seat = group === 'liaison' ? unit?.seats.main : group === 'deputy' ? unit?.seats.deputy : null;
    read.people.forEach((person, i) => {
      if (seat && i === 0) return plan.notes.push(...besideSeat(person, seat, label));
      if (i > 0 && unit && [unit.seats.main, unit.seats.deputy].some((one) => one?.name === person.name))
        return undefined;
      return named.push({
        kind: i > 0 && kind === 'liaison' ? 'deputy' : kind,
        person,
        place: i === 0 ? place : undefined,
      });
    });
  }
  for (const { kind, person, place } of named) put(plan, used, kind, person, place);
  return plan;
}

const kindOf = (group: string, typed: string): ContactKind | null =>
  group in rosterPeople ? (group as RosterPerson) : typed ? contactKindOf(typed) : 'other';

/** What the row says of somebody who registered: the same, or what has to be done another way. */
function besideSeat(person: Somebody, seat: Seat, label: string): string[] {
  const other = (['name', 'position', 'phone', 'landline'] as const).filter((column) => {
    const same = column === 'phone' && person.phone.includes('*') ? maskMobile(seat.phone) : seat[column];
    return person[column] && keyOf(person[column]) !== keyOf(same);
  });
  if (other.length === 0) return [];
  return other.includes('name')
    ? [`名册上的${label}是${person.name}，已登记的是${seat.name}：登记资料不随名册改，换人请办理交接`]
    : [
        `已登记的${label}${seat.name}的${other.map((column) => personColumns[column]).join('、')}与名册不同：登记资料不随名册改，请办理资料变更`,
      ];
}

function put(
  plan: PlannedContacts,
  used: Set<number>,
  kind: ContactKind,
  person: Somebody,
  place: number | undefined,
): void {
  const { contacts } = plan;
  const free = (test: (one: Contact) => boolean) =>
    contacts.findIndex((one, at) => !used.has(at) && one.kind === kind && test(one));
  const sameName = (one: Contact) => keyOf(one.name) === keyOf(person.name);
  const atPlace =
    place !== undefined && !used.has(place) && contacts[place] && sameName(contacts[place]) ? place : -1;
  const candidates = [atPlace, free((one) => sameName(one) && one.phone === person.phone), free(sameName)];
  const at = candidates.find((one) => one >= 0) ?? -1;
  const known = contacts[at];
  const masked = person.phone.includes('*');
  if (masked && (!known?.phone || maskMobile(known.phone) !== person.phone))
    plan.faults.push(`${person.name}的手机是打码的，请填写完整号码`);
  const given = Object.fromEntries(
    columns
      .filter((column) => person[column] && !(masked && column === 'phone'))
      .map((column) => [column, person[column]]),
  );
  if (known) {
    // Another spelling of the same words changes nothing.
    const news = Object.entries(given).filter(
      ([column, text]) => keyOf(text) !== keyOf(known[column as PersonColumn]),
    );
    contacts[at] = { ...known, ...Object.fromEntries(news) };
    used.add(at);
    return;
  }
  const fresh: Contact = {
    kind,
    name: '',
    position: '',
    phone: '',
    landline: '',
    email: '',
    wechat: '',
    ...given,
  };
  const instead = kind === 'other' ? -1 : free(() => true);
  if (instead >= 0) contacts[instead] = fresh;
  else contacts.push(fresh);
  used.add(instead >= 0 ? instead : contacts.length - 1);
}
