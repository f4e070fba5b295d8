import Taro from '@tarojs/taro';

/** A short word at the bottom of an action; errors that need doing stand beside their field instead. */
export const toast = (title: string): void => void Taro.showToast({ title, icon: 'none', duration: 2500 });
