import type { Context } from '../../kit/context';
import { audits } from '../../stores/audits';
import type { Filing } from '../../stores/filings';

/** Whose number left in a print of many: an entry for each, so that they see it (D10). */
export async function revealed(
  ctx: Context,
  people: Pick<Filing, '_id' | 'openid' | 'unitId'>[],
): Promise<void> {
  await audits.ensure(
    people.map(({ _id, openid, unitId }) => ({
      _id: `${ctx.requestId}_${_id}`,
      at: ctx.now,
      openid: ctx.caller.openid,
      action: 'paper.forms',
      collection: 'people',
      subjectId: openid,
      unitId,
    })),
  );
}
