import Taro from '@tarojs/taro';
import { copy } from './clipboard';
import { toast } from '../toast';

export interface Delivery {
  /** Temporary address of the produced file. */
  url: string;
  /** As its reader sees it, with the extension. */
  name: string;
}

type Way = (file: Delivery, path: string) => Promise<unknown>;

/**
 * Hands a produced file over: 打开 · 发到聊天 · 存到电脑 · 复制临时链接. It is fetched before the sheet is shown, because
 * WeChat lets a file be sent on only in the tap itself.
 */
export async function deliver(file: Delivery): Promise<void> {
  const path = await fetched(file.url);
  if (path === 'gone') return toast('链接已过期，请退出本页，重新打开后再试');
  if (!path) return toast('文件没有取到，请检查网络后重试');
  const ways = waysOf(file.name);
  const chosen = await Taro.showActionSheet({ itemList: ways.map(([words]) => words) }).catch(() => null);
  const way = chosen && ways[chosen.tapIndex];
  if (!way) return;
  const fault = await way[1](file, path).then(
    () => '',
    (error: unknown) => (error as { errMsg?: string }).errMsg ?? 'failed',
  );
  if (fault && !/cancel/.test(fault)) toast('没有成功，请换一种方式，如复制临时链接');
}

/** WeChat's reader opens no archives. */
const waysOf = (name: string): [string, Way][] => [
  ...(/\.zip$/i.test(name) ? [] : [['打开', open] as [string, Way]]),
  ['发到聊天', ({ name: fileName }, filePath) => Taro.shareFileMessage({ filePath, fileName })],
  ['存到电脑', saveToComputer],
  ['复制临时链接', ({ url }) => copy(url)],
];

const open: Way = ({ name }, filePath) => {
  const fileType = name.split('.').pop()?.toLowerCase() as 'docx' | 'xlsx' | undefined;
  return Taro.openDocument({ filePath, showMenu: true, ...(fileType && { fileType }) });
};

/** WeChat on a computer saves it; from a phone the address goes there. */
const saveToComputer: Way = async ({ url }, filePath) => {
  if (/^(windows|mac)$/.test(Taro.getDeviceInfo().platform)) return Taro.saveFileToDisk({ filePath });
  if (!(await copy(url))) return;
  await Taro.showModal({
    title: '链接已复制',
    content: '请把链接发到电脑上的微信，在电脑浏览器里打开即可下载。链接数小时后失效，请不要转给他人。',
    showCancel: false,
    confirmText: '知道了',
  });
};

/** Its path here; `gone`: the address is good for a time only, a page opened anew has a new one. */
async function fetched(url: string): Promise<string | null> {
  void Taro.showLoading({ title: '正在取文件', mask: true });
  const file = await Taro.downloadFile({ url }).catch(() => null);
  Taro.hideLoading();
  if (file && file.statusCode >= 400) return 'gone';
  return file?.statusCode === 200 ? file.tempFilePath : null;
}
