import { WxFailure, type Options } from './answer';

/** What the mini-program showed or handed over on top of its pages, oldest first. */
export class Interface {
  toasts: string[] = [];
  modals: { title: string; content: string }[] = [];
  sheets: string[][] = [];
  clipboard = '';
  titles: string[] = [];
  /** Pictures saved to the album, and those put on WeChat's sheet for pictures. */
  album: string[] = [];
  shared: string[] = [];
  /** How the next question is answered; a modal is confirmed and a sheet cancelled unless told otherwise. */
  answers: { modal?: boolean; sheet?: number; scan?: string; share?: boolean } = {};

  apis: Record<string, (options: Options) => unknown> = {
    showToast: ({ title }) => void this.toasts.push(String(title)),
    hideToast: () => undefined,
    showLoading: () => undefined,
    hideLoading: () => undefined,
    showModal: ({ title, content }) => {
      this.modals.push({ title: title as string, content: content as string });
      const confirm = this.answers.modal ?? true;
      return { confirm, cancel: !confirm };
    },
    showActionSheet: ({ itemList }) => {
      this.sheets.push((itemList as string[] | undefined) ?? []);
      if (this.answers.sheet === undefined) throw new WxFailure('showActionSheet', 'cancel');
      return { tapIndex: this.answers.sheet };
    },
    setClipboardData: ({ data }) => {
      this.clipboard = String(data);
      this.toasts.push('内容已复制');
    },
    getClipboardData: () => ({ data: this.clipboard }),
    setNavigationBarTitle: ({ title }) => void this.titles.push(String(title)),
    setNavigationBarColor: () => undefined,
    showNavigationBarLoading: () => undefined,
    hideNavigationBarLoading: () => undefined,
    setTabBarBadge: () => undefined,
    removeTabBarBadge: () => undefined,
    showTabBarRedDot: () => undefined,
    hideTabBarRedDot: () => undefined,
    setTabBarStyle: () => undefined,
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    pageScrollTo: () => undefined,
    startPullDownRefresh: () => undefined,
    stopPullDownRefresh: () => undefined,
    hideKeyboard: () => undefined,
    vibrateShort: () => undefined,
    previewImage: () => undefined,
    makePhoneCall: () => undefined,
    saveImageToPhotosAlbum: ({ filePath }) => void this.album.push(String(filePath)),
    showShareImageMenu: ({ path }) => {
      if (this.answers.share === false) throw new WxFailure('showShareImageMenu', 'not supported');
      this.shared.push(String(path));
    },
    openDocument: () => undefined,
    scanCode: () => {
      if (this.answers.scan === undefined) throw new WxFailure('scanCode', 'cancel');
      return { result: '', scanType: 'WX_CODE', path: this.answers.scan };
    },
  };
}
