import { uploads } from '../stores/uploads';
import { files } from './cloud';

/** Temporary addresses by file key; a lost file is left out. One database request, none without keys. */
export async function fileUrls(keys: string[]): Promise<Record<string, string>> {
  if (keys.length === 0) return {};
  const found = await uploads.byKeys(keys);
  const fileIds = found.flatMap(({ fileId }) => fileId ?? []);
  const urls = await files.urls(fileIds);
  return Object.fromEntries(
    found.flatMap(({ _id, fileId }) => {
      const url = fileId && urls.get(fileId);
      return url ? [[_id, url] as const] : [];
    }),
  );
}
