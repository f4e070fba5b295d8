import Taro from '@tarojs/taro';

/** Copies text; WeChat shows its own "内容已复制". False when the person did not allow it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
