import { messageKeys, type MessageKey } from '@contract/messages';
import { sha256 } from '../../kit/hash';
import { templateIds } from '../../kit/templates';
import { outbox } from '../../stores/outbox';
import { people } from '../../stores/people';

/** A message WeChat pushes to us; `List` is one item or several (platform.md §2). */
export interface Push {
  MsgType?: unknown;
  Event?: unknown;
  FromUserName?: unknown;
  CreateTime?: unknown;
  List?: unknown;
}

type Item = Record<string, unknown>;

/** What WeChat tells of subscription messages: accepted, switched off, delivered. Corrects our ledger (decision D8). */
export async function subscriptionPushed(push: Push, now: Date): Promise<void> {
  const { Event: event, FromUserName: openid } = push;
  if (typeof openid !== 'string' || typeof event !== 'string') return;
  const list = (Array.isArray(push.List) ? push.List : [push.List]) as unknown[];
  for (const item of list.filter((one): one is Item => typeof one === 'object' && one !== null)) {
    const message = messageOf(item.TemplateId);
    if (message) await told(event, openid, message, item, String(push.CreateTime), now);
  }
}

async function told(
  event: string,
  openid: string,
  message: MessageKey,
  item: Item,
  time: string,
  now: Date,
): Promise<void> {
  const accepted = item.SubscribeStatusString === 'accept';
  // WeChat pushes again when it gets no answer in time: the same words are the same push.
  const id = sha256([event, openid, time, JSON.stringify(item)].join(' ')).slice(0, 24);
  if (event === 'subscribe_msg_popup_event' && accepted)
    await people.addCredit(openid, message, 'pushed', 1, id);
  if (event === 'subscribe_msg_change_event' && !accepted) await people.emptyCredit([openid], message);
  if (event !== 'subscribe_msg_sent_event') return;
  if (String(item.ErrorCode) === '0') await outbox.pushedSent(openid, message, now);
}

const messageOf = (templateId: unknown): MessageKey | null => {
  const ids = templateIds();
  return messageKeys.find((key) => ids[key] === templateId) ?? null;
};
