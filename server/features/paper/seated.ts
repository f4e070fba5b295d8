import { searchOf } from '../../kit/search';
import { filings, type Filing } from '../../stores/filings';
import { seatsOf, units, type Seat, type Unit } from '../../stores/units';

/** Everybody on a seat, by unit in pinyin order, main seat first; in parts that join without gap or double. */

export interface Seated {
  seat: Seat;
  unit: Pick<Unit, '_id' | 'name'>;
  /** Sort key of the unit before. */
  before: string;
}

export interface SeatedPart {
  seated: Seated[];
  next: string | null;
}

const UNITS_READ = 200;
/** Units without anybody are passed over; after so many reads the part ends where it is. */
const READS_MAX = 5;

/** Cursor: `<filing last given>|<sort key of the unit before it>`. */
const cursorOf = ({ seat, before }: Seated): string => `${seat.filingId}|${before}`;

export async function seatedPart(
  search: string,
  cursor: string | undefined,
  most: number,
): Promise<SeatedPart> {
  const [last = '', ...rest] = (cursor ?? '').split('|');
  let before = rest.join('|');
  const found: Seated[] = [];
  for (let read = 0; ; read += 1) {
    const rows = await units.page({ search: searchOf(search), cursor: before || undefined }, UNITS_READ);
    for (const unit of rows) {
      for (const seat of seatsOf(unit)) found.push({ seat, unit, before });
      before = unit.sortKey;
    }
    const seated = after(found, last);
    if (seated.length > most) {
      const part = seated.slice(0, most);
      const end = part[part.length - 1];
      return { seated: part, next: end ? cursorOf(end) : null };
    }
    if (rows.length < UNITS_READ) return { seated, next: null };
    if (read + 1 === READS_MAX) return { seated, next: `|${before}` };
  }
}

/** Without what was given before: the unit it belongs to is read again for its other seat. */
function after(found: Seated[], filingId: string): Seated[] {
  const at = filingId ? found.findIndex(({ seat }) => seat.filingId === filingId) : -1;
  return found.slice(at + 1);
}

/** The forms behind the seats; a seat may have none (taken over from a list on paper). */
export async function filingsOf(seated: Seated[]): Promise<Map<string, Filing>> {
  if (seated.length === 0) return new Map();
  const rows = await filings.byIds(seated.map(({ seat }) => seat.filingId));
  return new Map(rows.map((filing) => [filing._id, filing]));
}
