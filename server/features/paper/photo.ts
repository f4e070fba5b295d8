import { files } from '../../kit/cloud';
import { uploads, type Upload } from '../../stores/uploads';

/** Bytes of a picture in storage; null when it is gone: the box stays empty for one to be stuck on. */
export async function photoBytes(upload: Upload | undefined): Promise<Buffer | null> {
  if (!upload?.fileId) return null;
  try {
    return await files.bytes(upload.fileId);
  } catch {
    return null;
  }
}

export async function photoOf(key: string | undefined): Promise<Buffer | null> {
  return key ? photoBytes((await uploads.get(key)) ?? undefined) : null;
}
