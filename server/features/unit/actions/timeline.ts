import type { Output } from '@contract/index';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { audits, type Audit } from '../../../stores/audits';
import { notices } from '../../../stores/notices';
import { lineOf } from '../lines';
import { whoseOf, type Whose } from '../whose';

const PAGE = 30;

/** Who people were and titles of notices are fetched for the page at once: four requests beside identification. */
export const timeline: Act<'unit.timeline'> = async (_ctx, { unitId, cursor }) => {
  const rows = await audits.ofUnit(unitId, cursor ? seenAt(cursor) : null, PAGE + 1);
  const found = page(rows, PAGE, ({ at, _id }) => `${at.toISOString()}|${_id}`);
  const [whose, titles] = await Promise.all([whoseOf(unitId, found.rows), titlesOf(found.rows)]);
  return { events: found.rows.map((row) => present(row, whose, titles)), next: found.next };
};

function seenAt(cursor: string): Pick<Audit, 'at' | '_id'> {
  const [at = '', _id = ''] = cursor.split('|', 2);
  if (Number.isNaN(Date.parse(at))) throw new AppError('invalid', '翻页位置不正确', 'cursor');
  return { at: new Date(at), _id };
}

function present(
  row: Audit,
  whose: Whose,
  titles: Map<string, string>,
): Output<'unit.timeline'>['events'][number] {
  const { _id, at, action, collection, subjectId } = row;
  const title = titles.get(noticeOf(row));
  return {
    eventId: _id,
    at: at.toISOString(),
    line: title ? `${lineOf(action)}《${title}》` : lineOf(action),
    who: whose(row),
    filingId: collection === 'filings' ? subjectId : null,
  };
}

/** A receipt's id begins with its notice's (decision D6); empty: it is none. */
const noticeOf = ({ collection, subjectId, unitId = '' }: Audit): string =>
  collection === 'receipts' ? subjectId.slice(0, -(unitId.length + 1)) : '';

async function titlesOf(rows: Audit[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(noticeOf))].filter(Boolean);
  if (ids.length === 0) return new Map();
  return new Map((await notices.byIds(ids, ['_id', 'title'])).map(({ _id, title }) => [_id, title]));
}
