import type { Output } from '@contract/index';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { audits, type Audit } from '../../../stores/audits';
import { notices } from '../../../stores/notices';
import { people, type Person } from '../../../stores/people';
import { lineOf } from '../lines';

const PAGE = 30;

/** Names of people and titles of notices are fetched for the page at once: four requests beside identification. */
export const timeline: Act<'unit.timeline'> = async (_ctx, { unitId, cursor }) => {
  const rows = await audits.ofUnit(unitId, cursor ? seenAt(cursor) : null, PAGE + 1);
  const found = page(rows, PAGE, ({ at, _id }) => `${at.toISOString()}|${_id}`);
  const [who, titles] = await Promise.all([peopleOf(found.rows), titlesOf(found.rows)]);
  return { events: found.rows.map((row) => present(row, who, titles)), next: found.next };
};

function seenAt(cursor: string): Pick<Audit, 'at' | '_id'> {
  const [at = '', _id = ''] = cursor.split('|', 2);
  if (Number.isNaN(Date.parse(at))) throw new AppError('invalid', '翻页位置不正确', 'cursor');
  return { at: new Date(at), _id };
}

function present(
  row: Audit,
  who: Map<string, string>,
  titles: Map<string, string>,
): Output<'unit.timeline'>['events'][number] {
  const { _id, at, action, openid, collection, subjectId } = row;
  const title = titles.get(noticeOf(row));
  return {
    eventId: _id,
    at: at.toISOString(),
    line: title ? `${lineOf(action)}《${title}》` : lineOf(action),
    who: who.get(openid) ?? (openid ? '已不在册的人员' : '系统自动办理'),
    filingId: collection === 'filings' ? subjectId : null,
  };
}

async function peopleOf(rows: Audit[]): Promise<Map<string, string>> {
  const openids = [...new Set(rows.map(({ openid }) => openid))].filter(Boolean);
  if (openids.length === 0) return new Map();
  return new Map((await people.byIds(openids)).map((person) => [person._id, roleAndName(person)]));
}

function roleAndName({ staff, formerStaff, name }: Person): string {
  const post = staff ?? formerStaff;
  return post ? `秘书处 ${post.name}` : `联络员 ${name || '（未登记姓名）'}`;
}

/** A receipt's id begins with its notice's (decision D6); empty: it is none. */
const noticeOf = ({ collection, subjectId, unitId = '' }: Audit): string =>
  collection === 'receipts' ? subjectId.slice(0, -(unitId.length + 1)) : '';

async function titlesOf(rows: Audit[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(noticeOf))].filter(Boolean);
  if (ids.length === 0) return new Map();
  return new Map((await notices.byIds(ids, ['_id', 'title'])).map(({ _id, title }) => [_id, title]));
}
