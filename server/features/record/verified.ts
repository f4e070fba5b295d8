import { formLabels, type FormKey } from '@contract/form';
import type { Policy } from '@contract/policy/schema';
import { outsideQuiet } from '@contract/rules/outbox';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { corrections, type Correction } from '../../stores/corrections';
import { filings, type Filing } from '../../stores/filings';
import { outbox } from '../../stores/outbox';

type Verified = Filing['verified'];

/** What reminders of a check are about, in the outbox. */
export const CHECK = 'check';

/** Every field that is asked or filled in, as of `at`. */
export const allVerified = (filing: Filing, { filing: { fields } }: Policy, at: Date): Verified =>
  Object.fromEntries([...fields, ...Object.keys(filing.form)].map((key) => [key, at]));

/** The field verified longest ago; `since` where none ever was. */
export const oldest = (verified: Verified, since: Date): Date =>
  Object.values(verified).reduce((first: Date | null, at) => (first && first <= at ? first : at), null) ??
  since;

export const verifiedOf = ({ verified, since }: Filing, key: FormKey): Date | null => verified[key] ?? since;

/** 无变更: one conditional update, so that twice is once. A change still to be decided comes first. */
export async function verifyAll(
  ctx: Context,
  filing: Filing,
  policy: Policy,
  { by, note, waiting, amend }: { by: string; note: string; waiting: string; amend: string },
): Promise<{ verifiedAt: string }> {
  let at = filing.verifiedAt ?? ctx.now;
  if (!filing.requests.includes(ctx.requestId)) {
    if (await corrections.openOf(filing._id)) throw new AppError('conflict', waiting);
    mustBeWhole(filing, policy, amend);
    at = ctx.now;
    const entry = { at, event: 'record-check', by, note };
    const change = { verified: allVerified(filing, policy, at), verifiedAt: at };
    if (!(await filings.amend(filing._id, change, entry, ctx.requestId)))
      at = await repeated(ctx, filing._id);
    // In quiet hours a reminder may wait for the morning; in the day it went out within the minute.
    const { quietFrom: from, quietTo: to } = policy.messages;
    if (outsideQuiet(ctx.now, { from, to }) > ctx.now)
      await outbox.takeBack(filing.openid, filing.unitId, CHECK);
  }
  ctx.record({ collection: 'filings', subjectId: filing._id, unitId: filing.unitId });
  return { verifiedAt: at.toISOString() };
}

/** What the rulebook asks for and the record has not, e.g. since the rulebook changed, is nothing to be found right. */
function mustBeWhole({ form }: Filing, { filing: { required } }: Policy, amend: string): void {
  const asked = required.filter((key) => key !== 'unitStateLevel' || form.unitNature === 'state');
  const empty = asked.filter(
    (key) => form[key] === undefined || form[key] === null || form[key].length === 0,
  );
  if (empty.length === 0) return;
  const names = empty.map((key) => `“${formLabels[key]}”`).join('、');
  throw new AppError('conflict', `登记资料里${names}还没有填写，${amend}`);
}

async function repeated({ requestId, now }: Context, filingId: string): Promise<Date> {
  const filing = await filings.get(filingId);
  if (!filing?.requests.includes(requestId)) throw notInForce();
  return filing.verifiedAt ?? now;
}

export const notInForce = () =>
  new AppError('conflict', '这份备案已经终止（联络员已交接或离任），不用再核对');

/** After a decision: agreed fields are verified now, the others on the day the liaison said they are right. */
export function verifiedAfter(
  filing: Filing,
  { keys, restChecked, submittedAt }: Correction,
  agreed: FormKey[],
  now: Date,
): Verified {
  const rest = Object.entries(filing.verified).map(([key, at]): [string, Date] => {
    const looked = restChecked && !keys.some((one) => one === key) && at < submittedAt;
    return [key, looked ? submittedAt : at];
  });
  return { ...Object.fromEntries(rest), ...Object.fromEntries(agreed.map((key) => [key, now])) };
}
