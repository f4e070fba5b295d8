import { messageKeys, type MessageKey } from '@contract/messages';
import { sha256 } from '../../kit/hash';
import { templateIds } from '../../kit/templates';
import { outbox } from '../../stores/outbox';
import { people } from '../../stores/people';
import { receiptId, receipts } from '../../stores/receipts';
import { spend } from './credits';
import { tellReceipts, tellSent } from './telling';

/** So long after it was sent WeChat may still say that a message did not arrive. */
const BOUNCE_MS = 10 * 60_000;
/** Not a number in the push: it failed, nobody says why. */
const UNKNOWN = -1;

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
  // Without a time of its own it is as new as can be.
  const made = Number(time) || Math.floor(now.getTime() / 1000);
  if (event === 'subscribe_msg_popup_event' && accepted) await people.switchOn(openid, message, made, id);
  if (event === 'subscribe_msg_change_event' && !accepted) await people.switchOff(openid, message, made, id);
  if (event !== 'subscribe_msg_sent_event') return;
  if (String(item.ErrorCode) === '0') await arrived(openid, message, now);
  else await bounced(openid, message, Number(item.ErrorCode) || UNKNOWN, now);
}

/** A run that lives settles its own rows; of a dead one this is the only word there is. The receipt is told first: it may be told twice. */
async function arrived(openid: string, message: MessageKey, now: Date): Promise<void> {
  for (const row of await outbox.spokenOf(openid, message)) {
    if (row.state === 'unsure') await tellSent([row], now);
    if (await outbox.clearUp(row._id, { state: 'sent', sentAt: now, code: null })) return spend([row]);
    if (await outbox.notePush(row._id, now)) return;
  }
}

/** Taken by WeChat, and not delivered: what stood as 已推送 is 推送失败, unless the unit's other seat was reached. */
async function bounced(openid: string, message: MessageKey, code: number, now: Date): Promise<void> {
  for (const row of await outbox.spokenOf(openid, message))
    if (await outbox.clearUp(row._id, { state: 'failed', sentAt: null, code }))
      return tellReceipts([{ row, state: 'failed', code }], now);
  const sent = await outbox.lastSent(openid, message, new Date(now.getTime() - BOUNCE_MS));
  if (!sent || !(await outbox.bounce(sent._id, code)) || message !== 'notice') return;
  const others = await outbox.ofUnit(sent.subjectId, sent.unitId);
  if (others.some(({ state }) => state === 'sent')) return;
  await receipts.bounced(receiptId(sent.subjectId, sent.unitId), { state: 'failed', code, at: now });
}

const messageOf = (templateId: unknown): MessageKey | null => {
  const ids = templateIds();
  return messageKeys.find((key) => ids[key] === templateId) ?? null;
};
