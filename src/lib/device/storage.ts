import Taro from '@tarojs/taro';

/** Small values that outlive the app. 10 MB in all and 1 MB a key on the phone, so a full store is not an error. */
export const storage = {
  get<T>(key: string): T | null {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' || value === undefined || value === null ? null : (value as T);
  },
  /** False when the device would not keep it. */
  set(key: string, value: unknown): boolean {
    try {
      Taro.setStorageSync(key, value);
      return true;
    } catch {
      return false;
    }
  },
  remove(key: string): void {
    Taro.removeStorageSync(key);
  },
  keys(): string[] {
    return Taro.getStorageInfoSync().keys;
  },
};
