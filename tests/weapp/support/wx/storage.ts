import { WxFailure, type Options } from './answer';

/** What a phone keeps between two starts of the mini-program: the whole of it is text, as in WeChat. */
export type Stored = Map<string, string>;

const KEY_MAX = 1024 * 1024;
const ALL_MAX = 10 * 1024 * 1024;

const bytes = (text: string) => Buffer.byteLength(text, 'utf8');

/** `wx.setStorage` and its kin over a map, with WeChat's limits: 1 MB a key, 10 MB in all (platform.md §1). */
export function storageApis(stored: Stored) {
  const all = () => [...stored].reduce((sum, [key, text]) => sum + bytes(key) + bytes(text), 0);
  const put = (key: string, value: unknown) => {
    const text = JSON.stringify(value ?? null);
    if (bytes(text) > KEY_MAX) throw new WxFailure('setStorage', 'exceed max key length');
    const before = stored.get(key);
    if (all() - (before === undefined ? 0 : bytes(before)) + bytes(text) > ALL_MAX)
      throw new WxFailure('setStorage', 'exceed storage max size 10Mb');
    stored.set(key, text);
  };
  const read = (key: string): unknown => {
    const text = stored.get(key);
    return text === undefined ? '' : (JSON.parse(text) as unknown);
  };
  const describe = () => ({
    keys: [...stored.keys()],
    currentSize: Math.ceil(all() / 1024),
    limitSize: ALL_MAX / 1024,
  });
  return {
    sync: {
      setStorageSync: (key: string, value: unknown) => put(key, value),
      getStorageSync: (key: string) => read(key),
      removeStorageSync: (key: string) => void stored.delete(key),
      clearStorageSync: () => stored.clear(),
      getStorageInfoSync: describe,
    },
    async: {
      setStorage: ({ key, data }: Options) => put(String(key), data),
      getStorage: ({ key }: Options) => {
        if (!stored.has(String(key))) throw new WxFailure('getStorage', 'data not found');
        return { data: read(String(key)) };
      },
      removeStorage: ({ key }: Options) => void stored.delete(String(key)),
      clearStorage: () => stored.clear(),
      getStorageInfo: describe,
    },
  };
}
