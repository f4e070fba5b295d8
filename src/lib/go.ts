import Taro from '@tarojs/taro';
import { pagePaths, tabs, type PageName, type TabName } from '../routes';

/** Navigation by page name; the paths stand in routes.ts. */

const query = (params: Record<string, string>): string => {
  const pairs = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return pairs.length ? `?${pairs.join('&')}` : '';
};

export const urlOf = (page: PageName, params: Record<string, string> = {}): string =>
  `/${pagePaths[page]}${query(params)}`;

export const go = (page: PageName, params: Record<string, string> = {}): void =>
  void Taro.navigateTo({ url: urlOf(page, params) });

/** Goes there without a way back, e.g. after something was sent. */
export const replace = (page: PageName, params: Record<string, string> = {}): void =>
  void Taro.redirectTo({ url: urlOf(page, params) });

export const goTab = (tab: TabName): void => void Taro.switchTab({ url: `/${tabs[tab].path}` });

/** Back, or home where this page was the first. */
export const back = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goTab('home');
};
