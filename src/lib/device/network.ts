import Taro from '@tarojs/taro';

/** Calls back whenever the device gets a connection again. */
export function onOnline(callback: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) callback();
  });
}
