import type { Output } from '@contract/index';
import { QR_DAYS } from '@contract/rules/group-text';
import { maskMobile } from '@contract/rules/mask';
import type { Group } from '../../stores/groups';
import type { Unit } from '../../stores/units';
import { personOf, type Person } from './person';

const DAY = 86_400_000;

/** The number masked unless the reader may see it whole. */
export const presentPerson = ({ name, phone, key }: Person, open = false) => ({
  name,
  phone: open || !phone ? phone : maskMobile(phone),
  key,
});

export function presentLeader(unit: Unit | undefined, open = false) {
  if (!unit?.active) return null;
  const person = personOf(unit);
  return { unitId: unit._id, unitName: unit.name, person: person && presentPerson(person, open) };
}

export function presentQr({ qr }: Group['wechat'], urls: Record<string, string>, now: Date) {
  if (!qr) return null;
  const { fileKey, at } = qr;
  return {
    url: urls[fileKey] ?? null,
    at: at.toISOString(),
    expired: now.getTime() - at.getTime() >= QR_DAYS * DAY,
  };
}

export const presentListed = (group: Group): Output<'group.list'>['groups'][number] => ({
  groupId: group._id,
  name: group.name,
  purpose: group.purpose,
  wechatName: group.wechat.name,
  files: group.files.length,
});

/** Upload keys of everything shown of a group. */
export const keysOf = ({ files, wechat }: Pick<Group, 'files' | 'wechat'>): string[] => [
  ...files.map(({ fileKey }) => fileKey),
  ...(wechat.qr ? [wechat.qr.fileKey] : []),
];
