import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { sha256 } from '../../../kit/hash';
import { checkText } from '../../../kit/text-check';
import { audits, type Audit } from '../../../stores/audits';
import { fills, type Fill } from '../../../stores/fills';
import { notices } from '../../../stores/notices';
import { receiptId, receipts, type Receipt } from '../../../stores/receipts';
import { mustAskSomething, mustStand } from '../closed';
import { recordedStamp } from '../jielong/recorded-stamp';

/** Entries written in one request. */
const BATCH = 100;

/**
 * Enters the kept lines of a 接龙, all units in two updates. Their names differ, so they stand in one row of the batch,
 * written first: cut off anywhere, the same request goes on with the same names and changes no unit twice.
 */
export const fillJielong: Act<'notice.fillJielong'> = async (ctx, { noticeId, entries }) => {
  const notice = await notices.get(noticeId);
  if (!notice) throw new AppError('missing', '没有找到这条通知，可能已被删除');
  mustStand(notice.state);
  mustAskSomething(notice.asking.kind);
  await namesMustBeClean(ctx, entries);
  const stamp = { ...recordedStamp(ctx, 'group', ''), fillId: ctx.requestId };
  const by = stamp.recordedBy ?? { openid: ctx.caller.openid, name: '' };
  const fill = await begin({ _id: ctx.requestId, noticeId, at: ctx.now, by, entries });
  const unitIds = fill.entries.map(({ unitId }) => unitId);

  const ids = unitIds.map((unitId) => receiptId(noticeId, unitId));
  const { waiting, opened } = await receipts.recordFor(ids, notice.asking.kind, stamp, ctx.requestId);
  if (waiting + opened > 0) {
    const filled = waiting + opened;
    await notices.count(noticeId, {
      ...(waiting && { opened: waiting }),
      confirmed: filled,
      onBehalf: filled,
    });
  }
  const rows = await receipts.ofUnits(noticeId, unitIds);
  const mine = rows.filter(({ requests }) => requests.includes(ctx.requestId));
  for (let i = 0; i < mine.length; i += BATCH)
    await audits.ensure(mine.slice(i, i + BATCH).map(entryOf(ctx)));
  ctx.record({ collection: 'fills', subjectId: fill._id });
  return { filled: mine.length, already: rows.length - mine.length, outside: unitIds.length - rows.length };
};

/** What staff enter for others is looked at with the staff member's openid (decision D10): all names in one, then line by line. */
async function namesMustBeClean({ caller }: Context, entries: Fill['entries']): Promise<void> {
  const check = (text: string, field: string) => checkText(caller.openid, text, field, 'profile', '代录');
  try {
    await check(entries.flatMap(({ name }) => name || []).join('\n'), 'entries');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const [i, { name, line }] of entries.entries())
      await check(name, `entries.${i}.name`).catch((fault: unknown) => {
        if (!(fault instanceof AppError)) throw fault;
        throw new AppError('risky', `第${line}行的姓名没有通过微信内容安全检查，请先不选这一行`, fault.field);
      });
    throw error;
  }
}

/** The batch as it stands: the same request sent with other words goes by the first ones. */
async function begin(fill: Fill): Promise<Fill> {
  if (await fills.add(fill)) return fill;
  const first = await fills.get(fill._id);
  if (first?.noticeId !== fill.noticeId || first.by.openid !== fill.by.openid) {
    throw new AppError('conflict', '这次录入的编号已用过，请返回后重新识别');
  }
  return first;
}

const entryOf =
  ({ requestId, now, caller }: Context) =>
  ({ _id, unitId }: Receipt): Audit => ({
    _id: `${requestId}_${sha256(unitId).slice(0, 12)}`,
    at: now,
    openid: caller.openid,
    action: 'notice.fillJielong',
    collection: 'receipts',
    subjectId: _id,
    unitId,
  });
