import type { FileUse } from '@contract/file';
import { CallError, change } from './call';
import { uploadFile } from './cloud';
import type { Picked } from './device/file';

export interface Uploaded {
  fileKey: string;
  name: string;
  size: number;
  /** Temporary address, to show it. */
  url: string;
}

/** Uploads one picked file as a whole: asks for a place, sends the bytes, lets the server look at them. */
export async function upload(
  use: FileUse,
  picked: Picked,
  codeId?: string,
  onProgress?: (percent: number) => void,
): Promise<Uploaded> {
  const { name, size, path } = picked;
  const { fileKey, cloudPath } = await change('file.ticket', { use, name, size, ...(codeId && { codeId }) });
  const fileId = await uploadFile(cloudPath, path, onProgress).catch(() => {
    throw new CallError('offline', '文件没有传上去，请检查网络后重试');
  });
  return change('file.accept', { fileKey, fileId });
}
