import Taro from '@tarojs/taro';
import { toast } from '../toast';

/** Saves a picture to the phone's album; where the person did not allow it, says how to. */
export async function savePicture(url: string): Promise<void> {
  const file = await Taro.downloadFile({ url }).catch(() => null);
  if (!file) return toast('图片没有取到，请检查网络后重试');
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: file.tempFilePath });
    toast('已保存到相册');
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (!/cancel/.test(errMsg)) toast('没有保存成功，请在右上角“设置”里允许使用相册');
  }
}
