import { files } from '../../kit/cloud';
import { papers } from '../../stores/papers';

const MOST = 50;
const AGAIN_MS = 3600_000;

/** Printed papers hold personal data: what was made some days ago is deleted, at most 50 at a time, looked at each hour. */
export async function sweep(now: Date): Promise<Date> {
  const old = await papers.expired(now, MOST);
  const again = new Date(now.getTime() + (old.length < MOST ? AGAIN_MS : 0));
  if (old.length === 0) return again;
  const fileIds = old.flatMap(({ fileId }) => (fileId ? [fileId] : []));
  if (fileIds.length > 0) await files.remove(fileIds);
  await papers.drop(old.map(({ _id }) => _id));
  return again;
}
