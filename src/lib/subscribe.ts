import type { Output } from '@contract/index';
import type { MessageKey } from '@contract/messages';
import { ask } from './call';
import { storage } from './device/storage';
import { askToSubscribe } from './device/subscribe';
import { changeOrKeep } from './queue';

type Known = Output<'outbox.mine'>['messages'];

/** Asked again only when so few are left, and at most once in this time: asking at every tap is what annoys. */
const FEW = 1;
const AGAIN_MS = 20 * 3600_000;
const KEY = 'asked-messages';

/** Template ids and credits, in memory before the tap: WeChat's sheet opens only in the tap itself. */
let known: Known = [];

/** Learns them at the start and after each accept; without a network nothing is asked. */
export async function learnMessages(): Promise<void> {
  known = await ask('outbox.mine', {}).then(
    ({ messages }) => messages,
    () => known,
  );
}

/** At a natural tap (确认、提交): offers what is nearly used up. Never waits and never stands in the way of the act. */
export function offerMessages(...wanted: MessageKey[]): void {
  const few = known.filter(({ message, left }) => wanted.includes(message) && left <= FEW).slice(0, 3);
  const asked = storage.get<number>(KEY) ?? 0;
  if (few.length === 0 || Date.now() - asked < AGAIN_MS) return;
  storage.set(KEY, Date.now());
  void askToSubscribe(few.map(({ templateId }) => templateId)).then(async (ids) => {
    const messages = few.filter(({ templateId }) => ids.includes(templateId)).map(({ message }) => message);
    if (messages.length === 0) return;
    await changeOrKeep('outbox.accept', { messages }, '接收消息提醒').catch(() => undefined);
    await learnMessages();
  });
}
