import type { Contact } from '@contract/unit';
import { shanghaiDay } from '@contract/rules/calendar';
import { searchFields } from '@server/kit/search';
import type { Attachment } from '@server/stores/attachments';
import type { Unit } from '@server/stores/units';
import { DAY } from './clock';
import { demoMobile, makeName, SEALED_PAGE_KEY } from './form';
import type { Random } from './random';
import { demoId } from './rows';
import { areaCodeOf } from './units';
import { tags } from './words';

/** Contacts have the upper half of the fake range, liaisons the lower. */
const FIRST_NUMBER = 9999;
const LAST_NUMBER = 5000;

/** What the secretariat knows of each unit beyond its name: head and finance contact, legal representative, tags. */
export function withFiles(units: Unit[], createdAt: Date, random: Random): Unit[] {
  const taken = new Set<string>();
  return units.map((unit, i): Unit => {
    const head = makeName(taken, random);
    const known = random.chance(0.85);
    const short = `unit${String(i + 1).padStart(4, '0')}`;
    const line = (n: number) =>
      `${areaCodeOf(unit.region)}-0000${String((5000 + i * 2 + n) % 10_000).padStart(4, '0')}`;
    const joined = new Date(createdAt.getTime() - random.int(200, 5000) * DAY);
    const file = {
      creditCode: known ? `91610000MA${random.id(8).toUpperCase()}` : '',
      legalRep: known ? head : '',
      landline: line(0),
      fax: random.chance(0.4) ? line(1) : '',
      email: random.chance(0.8) ? `${short}@example.com` : '',
      website: random.chance(0.2) ? `https://${short}.example.com` : '',
      tags: tags.filter(({ share }) => random.chance(share)).map(({ word }) => word),
      joinedOn: random.chance(0.9) ? shanghaiDay(joined) : null,
      contacts: [
        contact('head', head, '总经理', mobileOf(i * 2)),
        ...(random.chance(0.7)
          ? [contact('finance', makeName(taken, random), '财务部会计', mobileOf(i * 2 + 1))]
          : []),
      ],
    };
    const filed = { ...unit, ...file };
    return { ...filed, ...searchFields(filed, unit._id) };
  });
}

/** The person the old roster names for a unit whose liaison left, not registered yet. */
export const fromRoster = (unit: Unit, n: number, random: Random): Unit => {
  const named = contact('liaison', makeName(new Set(), random), '办公室干事', mobileOf(2000 + n));
  const filed = { ...unit, contacts: [named, ...unit.contacts] };
  return { ...filed, ...searchFields(filed, unit._id) };
};

/** The returned form with its seal, in the file of every fourth unit. */
export const makeAttachments = (units: Unit[], by: string): Attachment[] =>
  units
    .filter((_unit, i) => i % 4 === 0)
    .flatMap(({ _id: unitId, seats }, i): Attachment[] => {
      if (!seats.main) return [];
      const { filingId, since: at } = seats.main;
      const _id = demoId('paper', i + 1);
      return [
        {
          _id,
          unitId,
          kind: 'form',
          fileKey: SEALED_PAGE_KEY,
          name: '盖章登记表.png',
          subjectId: filingId,
          by,
          at,
          removedAt: null,
          order: `${at.toISOString()}_${_id}`,
        },
      ];
    });

const contact = (kind: Contact['kind'], name: string, position: string, phone: string): Contact => ({
  kind,
  name,
  position,
  phone,
  landline: '',
  email: '',
  wechat: '',
});

const mobileOf = (n: number): string => (FIRST_NUMBER - n >= LAST_NUMBER ? demoMobile(FIRST_NUMBER - n) : '');
