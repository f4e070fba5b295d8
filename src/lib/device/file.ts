import Taro from '@tarojs/taro';
import { toast } from '../toast';

/** A file the person chose, copied into the app's own folder: temporary paths die (decision D9). */
export interface Picked {
  path: string;
  name: string;
  size: number;
}

const keepCopy = (tempPath: string, name: string, size: number): Picked => {
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/${Date.now()}-${tempPath.split('/').pop() ?? 'file'}`;
  try {
    Taro.getFileSystemManager().copyFileSync(tempPath, path);
    return { path, name, size };
  } catch {
    return { path: tempPath, name, size };
  }
};

/** Gives the room of a copy back once it is uploaded and shown no more. */
export function forget(filePath: string): void {
  if (!Taro.env.USER_DATA_PATH || !filePath.startsWith(Taro.env.USER_DATA_PATH)) return;
  try {
    Taro.getFileSystemManager().unlinkSync(filePath);
  } catch {
    // Gone already.
  }
}

/** Pictures from the camera or the album. Empty when given up. */
export async function pickPictures(most: number): Promise<Picked[]> {
  const chosen = await Taro.chooseMedia({
    count: Math.min(most, 9),
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).catch(() => null);
  return (chosen?.tempFiles ?? []).map(({ tempFilePath, size }, i) =>
    keepCopy(tempFilePath, `图片${i + 1}.${/\.png$/i.test(tempFilePath) ? 'png' : 'jpg'}`, size),
  );
}

/** Files from a chat (从聊天选): WeChat gives no other way to a document. */
export async function pickFiles(most: number, extensions: string[]): Promise<Picked[]> {
  const chosen = await Taro.chooseMessageFile({
    count: Math.min(most, 9),
    type: 'file',
    extension: extensions,
  }).catch(() => null);
  return (chosen?.tempFiles ?? []).map(({ path, name, size }) => keepCopy(path, name, size));
}

/** Opens a document in WeChat's reader, which can send it on; it reads no pictures. */
export async function openFile(url: string, name: string): Promise<void> {
  const fileType = name.split('.').pop()?.toLowerCase() as 'pdf' | 'docx' | 'xlsx' | undefined;
  try {
    if (/\.(jpe?g|png)$/i.test(name)) return void (await Taro.previewImage({ urls: [url] }));
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true, ...(fileType && { fileType }) });
  } catch {
    toast('文件没有打开，请检查网络后重试');
  }
}
