import type { Role } from '@contract/rules/rights';
import { sha256 } from '@server/kit/hash';
import { cloud, later } from '../../support';

let made = 0;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A one-time code as `npm run office:code` makes it, its row stored; as people type it: ABCDE-… */
export async function officeCode(role: Role = 'admin', over: { expiresAt?: Date; usedAt?: Date } = {}) {
  const n = (made += 1);
  const code = Array.from({ length: 20 }, (_, i) => LETTERS[(n * 7 + i * 11) % 32]).join('');
  await cloud.insert('claims', [
    { _id: sha256(code), role, expiresAt: later(1), usedAt: null, usedBy: null, ...over },
  ]);
  return code;
}
