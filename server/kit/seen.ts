import { shanghaiDay } from '@contract/rules/calendar';
import { audits, type Audit } from '../stores/audits';
import type { Context } from './context';
import { sha256 } from './hash';

/**
 * Writes down that the caller's page shows these people's whole numbers (decision D10), once for each viewer, person and
 * day: who reviews comes back to a registration often, and one line says it. One request, three when some were seen
 * before; called before the number goes out. No unit: its timeline tells what was done, not what was looked at.
 */
export async function noteSeen(
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  action: string,
  openids: string[],
): Promise<void> {
  const entries = [...new Set(openids)].map((openid): Audit => ({
    _id: `seen_${shanghaiDay(now)}_${sha256(`${caller.openid}|${openid}`).slice(0, 24)}`,
    at: now,
    openid: caller.openid,
    action,
    collection: 'people',
    subjectId: openid,
  }));
  const [only] = entries;
  if (only && entries.length === 1) await audits.add(only);
  else await audits.ensure(entries);
}
