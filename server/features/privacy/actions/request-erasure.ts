import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { erasures } from '../../../stores/erasures';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { dueOnOf, workdaysOf } from '../due';
import { hindranceOf } from '../hindrance';

/** One open request a person: the slot is unique. */
export const requestErasure: Act<'privacy.requestErasure'> = async (ctx, { reason }) => {
  const { now, requestId } = ctx;
  const { openid, person } = ctx.caller;
  if (!person) throw new AppError('stranger');
  const answer = (row: { _id: string; dueOn: string }) => {
    ctx.record({ collection: 'erasures', subjectId: row._id });
    return { erasureId: row._id, dueOn: row.dueOn };
  };
  const sent = await erasures.get(requestId);
  if (sent) return answer(own(sent, openid));
  const hindrance = await hindranceOf(person);
  if (hindrance) throw new AppError('conflict', hindrance);
  await checkText(openid, reason, 'reason', 'profile', '删除申请的理由');
  const [records, office] = await Promise.all([filings.ofPerson(openid, 20), offices.get()]);
  const seated = records.filter(({ since }) => since);
  const row = {
    _id: requestId,
    openid,
    name: person.name || (records[0]?.form.name ?? ''),
    units: [...new Set((seated.length ? seated : records).map(({ unitName }) => unitName))],
    reason,
    state: 'waiting' as const,
    slot: openid,
    submittedAt: now,
    dueOn: dueOnOf(now, workdaysOf(office)),
    note: '',
    decidedBy: '',
    decidedAt: null,
    consents: person.consents,
    order: `${now.toISOString()}_${requestId}`,
    requests: [],
  };
  if (await erasures.add(row)) return answer(row);
  const same = await erasures.get(requestId);
  if (same) return answer(own(same, openid));
  throw new AppError('conflict', '您已经提交过删除申请，请等秘书处办理，或先撤回那一份');
};

function own<T extends { openid: string }>(row: T, openid: string): T {
  if (row.openid !== openid) throw new AppError('conflict');
  return row;
}
