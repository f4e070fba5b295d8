import type { Code } from '@server/stores/codes';
import type { Filing } from '@server/stores/filings';
import type { Unit } from '@server/stores/units';
import { DAY } from './clock';
import type { Random } from './random';
import { demoId } from './rows';

/** Length of a code's id, as code.issue makes it. */
const ID_LENGTH = 18;

export interface Codes {
  /** The code everybody registered with at the start; expired. */
  first: Code;
  /** The one changes of liaison came in by; revoked. */
  revoked: Code;
  /** Open, valid: what a newcomer scans. */
  open: Code;
  /** Valid, for one unit without liaison. */
  bound: Code;
}

export function makeCodes(
  vacant: Unit | null,
  start: Date,
  now: Date,
  issuedBy: string,
  random: Random,
): Codes {
  const code = (n: number, createdAt: Date, days: number, unit: Unit | null): Code => {
    const _id = random.id(ID_LENGTH);
    return {
      _id,
      unitId: unit?._id ?? null,
      unitName: unit?.name ?? null,
      issuedBy,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * DAY),
      revokedAt: null,
      uses: 0,
      pictureId: null,
      requestId: demoId('code', n),
      order: `${createdAt.toISOString()}_${_id}`,
    };
  };
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  return {
    first: code(1, start, 90, null),
    revoked: { ...code(2, ago(300), 365, null), revokedAt: ago(14) },
    open: code(3, ago(10), 30, null),
    bound: code(4, ago(3), 30, vacant),
  };
}

/** The one in use at `date`. */
export function codeAt({ first, revoked, open }: Codes, date: Date): Code {
  if (date >= open.createdAt) return open;
  return date >= revoked.createdAt ? revoked : first;
}

/** A use is a filing sent. */
export const counted = (codes: Codes, filings: Filing[]): Code[] =>
  Object.values(codes).map((code: Code) => ({
    ...code,
    uses: filings.filter(({ codeId }) => codeId === code._id).length,
  }));
