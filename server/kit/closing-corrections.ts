import { corrections } from '../stores/corrections';

/** Why a record ended, and what then stands on the changes its person still had under review (变更申请). */
const sentences = {
  handedOver: '联络员已交接，这份变更申请终止办理；仍需变更的，由接任人另行申报',
  moved: '联络员已转任本单位的另一席位，这份变更申请终止办理；仍需变更的，请在新的登记资料上申报',
  vacated: '联络员已离任，这份变更申请终止办理；仍需变更的，由新联络员另行申报',
  left: '单位已退会，这份变更申请终止办理',
} as const;

/** Ends the open changes of records that are closed; one decided or withdrawn meanwhile stays so. Safe to do again. */
export async function lapseCorrections(
  filingIds: string[],
  why: keyof typeof sentences,
  now: Date,
  requestId: string,
): Promise<void> {
  if (filingIds.length === 0) return;
  for (const { _id } of await corrections.openOfAll(filingIds)) {
    const ended = { state: 'lapsed' as const, slot: _id, lapsed: sentences[why], decidedAt: now };
    await corrections.move(_id, 'submitted', ended, requestId);
  }
}
