import { files } from '../../kit/cloud';
import { papers } from '../../stores/papers';

const MOST = 50;

/** Printed papers hold personal data: what was made some days ago is deleted, at most 50 at a time. */
export async function sweep(now: Date): Promise<void> {
  const old = await papers.expired(now, MOST);
  if (old.length === 0) return;
  const fileIds = old.flatMap(({ fileId }) => (fileId ? [fileId] : []));
  if (fileIds.length > 0) await files.remove(fileIds);
  await papers.drop(old.map(({ _id }) => _id));
}
