/** What the client's logic needs of a phone, as `@tarojs/taro` gives it: storage, calls, the network. */

type Call = { name: string; data: { action: string; input: unknown; requestId: string } };
type Answer = (call: Call) => unknown;

const stored = new Map<string, string>();
const listeners: ((change: { isConnected: boolean }) => void)[] = [];

export const device = {
  stored,
  calls: [] as Call[],
  /** How the cloud answers; throwing is a lost connection. */
  answer: (() => ({ ok: true, data: {} })) as Answer,
  /** Bytes all keys may take together, as in WeChat. */
  room: 10 * 1024 * 1024,
  reset(): void {
    stored.clear();
    listeners.length = 0;
    device.calls = [];
    device.answer = () => ({ ok: true, data: {} });
    device.room = 10 * 1024 * 1024;
  },
  comeOnline: (): void => listeners.forEach((listen) => listen({ isConnected: true })),
};

const size = () => [...stored].reduce((sum, [key, text]) => sum + key.length + text.length, 0);

export default {
  env: { USER_DATA_PATH: 'http://usr' },
  cloud: {
    callFunction: async (call: Call) => {
      device.calls.push(call);
      return { result: device.answer(call) };
    },
  },
  getStorageSync: (key: string): unknown => JSON.parse(stored.get(key) ?? '""'),
  setStorageSync: (key: string, value: unknown): void => {
    const text = JSON.stringify(value);
    if (size() - (stored.get(key)?.length ?? 0) + text.length > device.room)
      throw new Error('setStorage:fail exceed');
    stored.set(key, text);
  },
  removeStorageSync: (key: string): void => void stored.delete(key),
  getStorageInfoSync: () => ({ keys: [...stored.keys()] }),
  onNetworkStatusChange: (listener: (change: { isConnected: boolean }) => void): void =>
    void listeners.push(listener),
  showToast: async (): Promise<void> => undefined,
};
