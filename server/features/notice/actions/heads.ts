import { headText } from '@contract/rules/chase';
import { dueText } from '@contract/rules/calendar';
import { maskMobile } from '@contract/rules/mask';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import { contactKey } from '../../../kit/contact-key';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { notices } from '../../../stores/notices';
import { receipts } from '../../../stores/receipts';
import { units, type Unit } from '../../../stores/units';

const PAGE = 30;

/** Whom of the unit to turn to now. Four requests at most. */
export const heads: Act<'notice.heads'> = async ({ now }, { noticeId, show, cursor }) => {
  const found = page(await receipts.byHead(noticeId, show, cursor, PAGE + 1), PAGE, (row) =>
    noticeId ? row.place : row._id,
  );
  if (found.rows.length === 0) {
    if (noticeId && !(await notices.get(noticeId)))
      throw new AppError('missing', '没有找到这条通知，可能已被删除');
    return { heads: [], next: null };
  }
  const ids = [...new Set(found.rows.map((row) => row.noticeId))];
  const [told, today] = await Promise.all([
    notices.byIds(ids, ['_id', 'hostName', 'dueAt']),
    units.byIds([...new Set(found.rows.map(({ unitId }) => unitId))]),
  ]);
  const notice = new Map(told.map((one) => [one._id, one]));
  const unitOf = new Map(today.map((one) => [one._id, one]));
  return {
    heads: found.rows.map((row) => {
      const unit = unitOf.get(row.unitId);
      const head = headOf(unit);
      const dueAt = notice.get(row.noticeId)?.dueAt ?? row.dueAt;
      const liaison = unit?.seats.main?.name ?? '';
      return {
        noticeId: row.noticeId,
        title: row.title,
        unitId: row.unitId,
        unitName: row.unitName,
        region: row.region,
        head: head && { ...head, key: contactKey(head), phone: head.phone && maskMobile(head.phone) },
        liaison,
        dueText: dueText(now, dueAt, isWorkday),
        text: headText({
          ask: row.ask,
          title: row.title,
          hostName: notice.get(row.noticeId)?.hostName ?? '',
          unitName: row.unitName,
          name: head?.name ?? '',
          position: head?.position ?? '',
          liaison,
          dueAt,
          now,
        }),
        told: row.headTold ? { at: row.headTold.at.toISOString(), by: row.headTold.by } : null,
      };
    }),
    next: found.next,
  };
};

const headOf = (unit: Unit | undefined) => unit?.contacts.find(({ kind }) => kind === 'head') ?? null;
