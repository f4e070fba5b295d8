import type { Context } from '../kit/context';
import { sha256 } from '../kit/hash';
import { audits, type Audit } from '../stores/audits';

const AT_ONCE = 100;

/** Somebody whose number stands in a file: a registered person by openid, a contact of a unit by its key. */
export interface Named {
  collection: 'people' | 'contacts';
  subjectId: string;
  unitId: string;
}

/** One entry for everybody whose number goes out in a file: who saw my number (decision D10). */
export async function tellEach(ctx: Context, action: string, named: Named[]): Promise<void> {
  const entries = named.map((one): Audit => ({
    _id: `${ctx.requestId}_${sha256(`${one.unitId}|${one.subjectId}`).slice(0, 16)}`,
    at: ctx.now,
    openid: ctx.caller.openid,
    action,
    ...one,
  }));
  for (let i = 0; i < entries.length; i += AT_ONCE) await audits.ensure(entries.slice(i, i + AT_ONCE));
}
