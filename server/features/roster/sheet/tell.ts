import type { Context } from '../../../kit/context';
import { sha256 } from '../../../kit/hash';
import { audits, type Audit } from '../../../stores/audits';
import { openidsOf, type Unit } from '../../../stores/units';

const AT_ONCE = 100;

/** One entry for everybody registered whose number is in the workbook: who saw my number (decision D10). */
export async function tellEach(ctx: Context, units: Unit[]): Promise<void> {
  const entries = units.flatMap((unit) =>
    openidsOf(unit).map((openid): Audit => ({
      _id: `${ctx.requestId}_${sha256(`${unit._id}|${openid}`).slice(0, 16)}`,
      at: ctx.now,
      openid: ctx.caller.openid,
      action: 'roster.export',
      collection: 'people',
      subjectId: openid,
      unitId: unit._id,
    })),
  );
  for (let i = 0; i < entries.length; i += AT_ONCE) await audits.ensure(entries.slice(i, i + AT_ONCE));
}
