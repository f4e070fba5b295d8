import { uploads } from '../stores/uploads';
import { files } from './cloud';
import { sightOf } from './picture-check';

/** Temporary addresses by file key; a lost file is left out, a picture that must not be shown as well. One database request, none without keys. */
export async function fileUrls(keys: string[]): Promise<Record<string, string>> {
  if (keys.length === 0) return {};
  const found = await uploads.byKeys(keys);
  return urlsOf(
    Object.fromEntries(
      found.flatMap((upload) =>
        upload.fileId && sightOf(upload) !== 'none' ? [[upload._id, upload.fileId] as const] : [],
      ),
    ),
  );
}

/** The same from file ids by key, without the database. */
export async function urlsOf(fileIds: Record<string, string>): Promise<Record<string, string>> {
  const urls = await files.urls(Object.values(fileIds));
  return Object.fromEntries(
    Object.entries(fileIds).flatMap(([key, fileId]) => {
      const url = urls.get(fileId);
      return url ? [[key, url] as const] : [];
    }),
  );
}
