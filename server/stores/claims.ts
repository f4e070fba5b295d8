import { _ } from '../kit/cloud';
import { table, type Row, type Tx } from '../kit/table';
import type { Role } from '@contract/rules/rights';

/** One-time codes by which staff join; `_id` is the SHA-256 of the code, the code itself is stored nowhere. */
export interface Claim extends Row {
  role: Role;
  expiresAt: Date;
  usedAt: Date | null;
  /** Openid and request that used it, so that this person's repeat is answered the same. */
  usedBy: string | null;
  /** The rest is absent on codes made on the server's command line. */
  revokedAt?: Date | null;
  /** Whom it is meant for, as the inviter noted it. */
  name?: string;
  invitedBy?: { openid: string; name: string };
  createdAt?: Date;
  /** The request that made it: its repeat makes a new code in place of this one. */
  requestId?: string;
}

const rows = table<Claim>('claims');

export const claims = {
  get: (hash: string) => rows.get(hash),
  add: (claim: Claim) => rows.add(claim),
  addIn: (tx: Tx, claim: Claim) => rows.tx.add(tx, claim),
  /** 1 for the one who uses it first. */
  use: (hash: string, usedBy: string, now: Date) =>
    rows.update({ _id: hash, usedAt: null, revokedAt: null }, { usedAt: now, usedBy }),
  /** Neither used nor revoked nor expired, the next to expire first. */
  open: (now: Date, limit: number) =>
    rows.find({
      where: { usedAt: null, revokedAt: null, expiresAt: _.gt(now) },
      orderBy: [['expiresAt', 'asc']],
      limit,
    }),
  /** Codes one request made; all but the last are revoked. */
  ofRequest: (requestId: string) => rows.find({ where: { requestId }, limit: 100 }),
  /** 1 for the one who revokes it, 0 when it was used. */
  revoke: (hash: string, revokedAt: Date) =>
    rows.update({ _id: hash, usedAt: null, revokedAt: null }, { revokedAt }),
  revokeIn: (tx: Tx, hash: string, revokedAt: Date) => rows.tx.update(tx, hash, { revokedAt }),
};
