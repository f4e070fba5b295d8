import Taro from '@tarojs/taro';
import { toast } from '../toast';

/**
 * Keeps a text as a file: to the computer where WeChat runs on one, else to a chat (文件传输助手), for the phone shows its
 * user no folder. `name` ends in .txt. To be called in the tap itself: WeChat lets a file be sent on only there.
 */
export async function saveText(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    if (/^(windows|mac)$/.test(Taro.getDeviceInfo().platform)) await Taro.saveFileToDisk({ filePath });
    else await Taro.shareFileMessage({ filePath, fileName: name });
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (!/cancel/.test(errMsg)) toast('没有保存成功，可以改用“复制全文”');
  } finally {
    forget(filePath);
  }
}

/** What is personal does not stay on the device. */
function forget(filePath: string): void {
  try {
    Taro.getFileSystemManager().unlinkSync(filePath);
  } catch {
    // Was not written.
  }
}
