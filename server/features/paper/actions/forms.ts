import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { sha256 } from '../../../kit/hash';
import { offices } from '../../../stores/offices';
import type { Filing } from '../../../stores/filings';
import { showShortDate } from '../../../office/dates';
import { handOut, produce } from '../produce';
import { revealed } from '../reveal';
import { filingsOf, seatedPart, type Seated } from '../seated';
import { withinLimit, zipOf } from '../zip';

const MOST = 50;

/** A part of the zip for many; what is too much for it is left to the following part. */
export const forms: Act<'paper.forms'> = async (ctx, { search, cursor }) => {
  const paper = await produce(ctx, {
    kind: 'forms',
    subjectId: sha256(JSON.stringify([search, cursor ?? ''])),
    unitId: null,
    make: async () => {
      const { rows, skipped, next } = await printable(search, cursor);
      const filings = rows.map(({ filing }) => filing);
      const { photos, most } = await withinLimit(filings);
      const given = filings.slice(0, most);
      const last = rows[most - 1];
      const whole = most === rows.length;
      // Before the file is there: a print nobody sees is noted too, never the other way round.
      await revealed(ctx, given);
      return {
        bytes: await zipOf(ctx, await offices.get(), given, photos),
        name: `登记表_${showShortDate(ctx.now)}_${given.length}份.zip`,
        part: {
          forms: given.length,
          skipped,
          next: whole || !last ? next : `${last.filing._id}|${last.before}`,
        },
      };
    },
  });
  ctx.record({ collection: 'papers', subjectId: paper._id });
  const { forms: made, skipped, next } = paper.part ?? { forms: 0, skipped: [], next: null };
  return { ...(await handOut(paper)), forms: made, skipped, next };
};

interface Printable {
  rows: { filing: Filing; before: string }[];
  skipped: { unitName: string; name: string }[];
  next: string | null;
}

/** The following forms, past seats that have none; who was passed over is named. */
async function printable(search: string, cursor: string | undefined): Promise<Printable> {
  const { seated, next } = await seatedPart(search, cursor, MOST);
  const found = await filingsOf(seated);
  const rows = seated.flatMap(({ seat, before }) => {
    const filing = found.get(seat.filingId);
    return filing ? [{ filing, before }] : [];
  });
  const skipped = seated.filter(({ seat }) => !found.has(seat.filingId)).map(named);
  if (rows.length > 0) return { rows, skipped, next };
  if (!next) throw new AppError('missing', '没有可以打印的登记表');
  const rest = await printable(search, next);
  return { ...rest, skipped: [...skipped, ...rest.skipped] };
}

const named = ({ seat, unit }: Seated) => ({ unitName: unit.name, name: seat.name });
