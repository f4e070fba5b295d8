import Taro from '@tarojs/taro';

/** What a scanned code holds: the path of our own mini-program code, or the text of another; null: given up. */
export async function scan(): Promise<string | null> {
  const result = await Taro.scanCode({}).catch(() => null);
  return result && ((result as { path?: string }).path ?? result.result);
}
