import type { LocalCloudControl } from '../local-cloud';
import type { Role } from '../contract/rules/rights';
import { oneTimeCode } from '../server/kit/one-time-code';

const DAY = 86_400_000;

/** A one-time code for a staff member, from the server's command line; only its hash is stored. */
export function newOfficeCode(role: Role, now: Date) {
  const { code, hash } = oneTimeCode();
  const row = {
    _id: hash,
    role,
    expiresAt: new Date(now.getTime() + DAY),
    usedAt: null,
    usedBy: null,
  };
  return { code, row };
}

export async function storeOfficeCode(cloud: LocalCloudControl, role: Role): Promise<string> {
  const { code, row } = newOfficeCode(role, new Date());
  await cloud.insert('claims', [row]);
  return code;
}
