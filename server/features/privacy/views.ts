import { AppError } from '../../kit/errors';
import { audits, type Audit } from '../../stores/audits';
import { people } from '../../stores/people';
import { presentView, VIEWS } from './present';

/** A moment as `next` of the page before said it. */
export function momentOf(cursor: string | undefined): Date | undefined {
  if (cursor === undefined) return undefined;
  const at = new Date(cursor);
  if (Number.isNaN(at.getTime())) throw new AppError('invalid', '翻页位置不正确', 'cursor');
  return at;
}

/**
 * Takes `limit + 1` rows in the order of their moments. A page ends between two moments, so that none of one moment is
 * lost: whatever shares the moment of the first row of the next page waits for it.
 */
export function pageByMoment<T>(rows: T[], limit: number, momentOfRow: (row: T) => Date) {
  const beyond = rows[limit];
  if (!beyond) return { rows, next: null };
  const first = rows.slice(0, limit);
  const apart = first.filter((row) => momentOfRow(row).getTime() !== momentOfRow(beyond).getTime());
  const shown = apart.length > 0 ? apart : first;
  const last = shown[shown.length - 1];
  return { rows: shown, next: last ? momentOfRow(last).toISOString() : null };
}

export const atOf = ({ at }: Pick<Audit, 'at'>): Date => at;

/** Who saw this person's number before `before`. Two requests. */
export async function viewsOf(openid: string, before: Date | undefined, limit: number) {
  const subject = { collection: 'people', subjectId: openid };
  const { rows, next } = pageByMoment(await audits.onSubject(subject, VIEWS, before, limit + 1), limit, atOf);
  const viewers = rows.length ? await people.byIds([...new Set(rows.map((row) => row.openid))]) : [];
  const viewer = (id: string) => viewers.find(({ _id }) => _id === id);
  return { views: rows.map((row) => presentView(row, viewer(row.openid), openid)), next };
}
