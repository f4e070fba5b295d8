import { randomInt } from 'node:crypto';
import type { LocalCloudControl } from '../local-cloud';
import type { Role } from '../contract/rules/rights';
import { sha256 } from '../server/kit/hash';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DAY = 86_400_000;

/** A one-time code for a staff member: 20 letters and digits (100 bits), shown in groups; only its hash is stored. */
export function newOfficeCode(role: Role, now: Date) {
  const code = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  const row = {
    _id: sha256(code),
    role,
    expiresAt: new Date(now.getTime() + DAY),
    usedAt: null,
    usedBy: null,
  };
  return { code: code.replace(/(.{5})(?!$)/g, '$1-'), row };
}

export async function storeOfficeCode(cloud: LocalCloudControl, role: Role): Promise<string> {
  const { code, row } = newOfficeCode(role, new Date());
  await cloud.insert('claims', [row]);
  return code;
}
