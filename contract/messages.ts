/**
 * Subscription messages (订阅消息): our names, title and slots as the template has them in WeChat's console, and what we
 * put into each. Ids differ per account and come with the environment (`TEMPLATE_IDS`). Three in all: a client asks for
 * at most three a call (platform.md §2).
 */
export const messages = {
  notice: {
    title: '通知提醒',
    fields: { thing1: '通知标题', thing2: '发文单位', time3: '截止时间', thing4: '温馨提示' },
  },
  todo: {
    title: '待办提醒',
    fields: { thing1: '待办事项', thing2: '单位名称', time3: '截止时间', thing4: '温馨提示' },
  },
  result: {
    title: '审核结果通知',
    fields: { thing1: '审核事项', phrase2: '审核结果', time3: '审核时间', thing4: '备注' },
  },
} as const;

export type MessageKey = keyof typeof messages;
export const messageKeys = Object.keys(messages) as MessageKey[];

/** Values by slot, e.g. `{ thing1: '关于报送信息的通知' }`. */
export type Slots<K extends MessageKey> = Record<keyof (typeof messages)[K]['fields'], string>;

/** Every slot of a message fitted. */
export const fitSlots = (data: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([slot, value]) => [slot, fitSlot(slot, value)]));

const limits: Record<string, number> = { thing: 20, phrase: 5, name: 10, time: 40, date: 40 };

/** A value as its slot takes it: cut to WeChat's limit, one line, never empty (platform.md §2, value types). */
export function fitSlot(slot: string, value: string): string {
  const max = limits[slot.replace(/\d+$/, '')] ?? 20;
  const line = value.replace(/\s+/g, ' ').trim() || '—';
  const characters = [...line];
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join('')}…`;
}
