import type { FormKey } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import { lateWorkdays } from '@contract/rules/handover';
import type { Act } from '../../../kit/act';
import { isWorkday } from '../../../kit/calendar';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { picturesMustBeReady, wordsMustBeClean } from '../../../kit/form-check';
import { checkText } from '../../../kit/text-check';
import { corrections, type Correction } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';
import { changesOf } from '../changes';
import { needsProof, ownRecord } from '../own';
import { proofMustBeReady } from '../proof';

/** Asks for changes. The row's id is the request id, its slot keeps a record to one open request. */
export const correct: Act<'record.correct'> = async (ctx, input) => {
  const known = await corrections.get(ctx.requestId);
  if (known && known.openid !== ctx.caller.openid) throw new AppError('conflict');
  const row = known ?? (await send(ctx, input));
  // On a repeat as well: the act may have died before it.
  const entry = { at: row.submittedAt, event: 'record-correct', by: row.name, note: `${row.keys.length}项` };
  await filings.amend(row.filingId, {}, entry, ctx.requestId);
  ctx.record({ collection: 'corrections', subjectId: ctx.requestId, unitId: row.unitId });
  return { correctionId: ctx.requestId, late: row.late };
};

async function send(ctx: Context, input: Parameters<typeof correct>[1]): Promise<Correction> {
  const { now, requestId, caller } = ctx;
  const { unitId, changedOn, reason, restChecked } = input;
  const today = shanghaiDay(now);
  if (changedOn > today) throw new AppError('invalid', '变更日期不能晚于今天', 'changedOn');
  const { filing, policy } = await ownRecord(ctx, unitId);
  const change = changesOf(filing, input, policy, today);
  const proven = (key: FormKey) => needsProof(policy, key);
  await proofMustBeReady(caller.openid, input.proofKey, change.keys.find(proven));
  await picturesMustBeReady(caller.openid, change.changed, 'changes');
  await wordsMustBeClean(caller.openid, change.changed, 'changes');
  if (reason) await checkText(caller.openid, reason, 'reason', 'profile', '变更原因');
  const correction: Correction = {
    _id: requestId,
    ...change,
    unitId,
    unitName: filing.unitName,
    filingId: filing._id,
    openid: caller.openid,
    name: filing.form.name ?? '',
    decided: {},
    proofKey: input.proofKey ?? null,
    mobileVerified:
      change.changed.mobile !== undefined && change.changed.mobile === caller.person?.verifiedMobile,
    restChecked,
    changedOn,
    ...(reason && { reason }),
    late: lateWorkdays(changedOn, today, policy.filing.reportChangeWithinWorkdays, isWorkday) > 0,
    state: 'submitted',
    slot: filing._id,
    decidedBy: '',
    decidedAt: null,
    submittedAt: now,
    order: `${now.toISOString()}_${requestId}`,
    requests: [requestId],
  };
  if ((await corrections.add(correction)) || (await corrections.get(requestId))) return correction;
  throw new AppError('conflict', '您还有一份变更申请在审核，办结或撤回后再提交', 'unitId');
}
