import type { Act } from '../../../kit/act';
import { filings } from '../../../stores/filings';
import { seatedPart } from '../seated';

const PAGE = 50;

/** Whose forms a zip would hold. */
export const list: Act<'paper.list'> = async (_ctx, { search, cursor }) => {
  const [{ seated, next }, total] = await Promise.all([
    seatedPart(search, cursor, PAGE),
    search ? null : filings.countInForce(),
  ]);
  return {
    forms: seated.map(({ seat, unit }) => ({
      filingId: seat.filingId,
      unitName: unit.name,
      name: seat.name,
      numbers: seat.numbers,
    })),
    next,
    total,
  };
};
