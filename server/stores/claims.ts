import { table, type Row } from '../kit/table';
import type { Role } from '@contract/rules/rights';

/** One-time codes by which staff join; `_id` is the SHA-256 of the code, the code itself is stored nowhere. */
export interface Claim extends Row {
  role: Role;
  expiresAt: Date;
  usedAt: Date | null;
  /** Openid and request that used it, so that this person's repeat is answered the same. */
  usedBy: string | null;
}

const rows = table<Claim>('claims');

export const claims = {
  get: (hash: string) => rows.get(hash),
  add: (claim: Claim) => rows.add(claim),
  /** 1 for the one who uses it first. */
  use: (hash: string, usedBy: string, now: Date) =>
    rows.update({ _id: hash, usedAt: null }, { usedAt: now, usedBy }),
};
