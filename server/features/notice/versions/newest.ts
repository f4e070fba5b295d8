import { notices, type Notice } from '../../../stores/notices';

/** Corrections of corrections that are followed; nobody makes so many. */
const STEPS = 20;

/** What stands today in place of a corrected notice; null: it is the notice itself. A request for each version between. */
export async function newestOf(notice: Notice): Promise<Notice | null> {
  let newest: Notice | null = null;
  for (let next = notice.correctedBy, i = 0; next && i < STEPS; i += 1) {
    const version: Notice | null = await notices.get(next);
    newest = version ?? newest;
    next = version?.correctedBy;
  }
  return newest;
}
