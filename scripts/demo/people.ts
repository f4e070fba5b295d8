import { CONSENT_VERSION } from '@contract/filing';
import type { Role } from '@contract/rules/rights';
import type { Filing } from '@server/stores/filings';
import type { Person } from '@server/stores/people';
import type { Seat, Unit } from '@server/stores/units';
import { MINUTE } from './clock';
import { demoOpenid } from './rows';

/** Three of the secretariat; invented. */
export const staff: { openid: string; role: Role; name: string }[] = [
  { openid: demoOpenid('Staff', 1), role: 'admin', name: '许知岚' },
  { openid: demoOpenid('Staff', 2), role: 'secretary-general', name: '冯致屏' },
  { openid: demoOpenid('Staff', 3), role: 'editor', name: '梁景砚' },
];

/** The seat an approved filing leads to. */
export const seatOf = ({ openid, form, _id, numbers, history }: Filing): Seat => ({
  kind: 'main',
  openid,
  name: form.name ?? '',
  position: form.position ?? '',
  phone: form.mobile ?? '',
  landline: form.landline ?? '',
  filingId: _id,
  numbers,
  since: history[history.length - 1]?.at ?? new Date(0),
});

/** Staff, and everybody who ever sent a filing, with the seats they hold today: one row a person. */
export function makePeople(filings: Filing[], units: Unit[], start: Date): Person[] {
  const people = new Map<string, Person>();
  for (const { openid, role, name } of staff)
    people.set(openid, { ...blank(openid, name, start), staff: { role, name } });
  for (const filing of filings) {
    const { openid, form, submittedAt, mobileVerified } = filing;
    const before = people.get(openid);
    const consentAt = new Date(submittedAt.getTime() - 12 * MINUTE);
    people.set(openid, {
      ...(before ?? blank(openid, form.name ?? '', consentAt)),
      verifiedMobile: before?.verifiedMobile ?? (mobileVerified ? (form.mobile ?? null) : null),
      consents: before?.consents.length ? before.consents : [{ version: CONSENT_VERSION, at: consentAt }],
    });
  }
  for (const { _id: unitId, name: unitName, seats } of units)
    if (seats.main) {
      const { openid, kind, since } = seats.main;
      people.get(openid)?.seats.push({ unitId, unitName, kind, since });
    }
  return [...people.values()].map((person, i) =>
    person.seats.length ? { ...person, credits: creditsOf(i) } : person,
  );
}

/** Most accept a few messages, some have none left, a few never did. */
function creditsOf(i: number): NonNullable<Person['credits']> {
  const left = [3, 1, 2, 0, 4, 2, 0, 1][i % 8] ?? 0;
  return left ? { notice: { told: left }, todo: { told: left } } : {};
}

const blank = (openid: string, name: string, createdAt: Date): Person => ({
  _id: openid,
  name,
  verifiedMobile: null,
  verifiedBy: null,
  seats: [],
  proxies: [],
  staff: null,
  consents: [],
  createdAt,
});
