import { localTemplateIds } from '../../config/templates';
import type { MessageKey } from '@contract/messages';
import { newMessage, type OutboxRow } from '@server/stores/outbox';
import { cloud, NOW } from './cloud';
import { makePerson } from './factories';

let made = 0;

/** Taps 接受 on WeChat's sheet `n` times; our own ledger hears nothing of it. */
export async function accept(openid: string, message: MessageKey, n = 1): Promise<void> {
  const id = localTemplateIds[message];
  for (let i = 0; i < n; i += 1)
    await fetch(`${cloud.url}/wx/requestSubscribeMessage`, {
      method: 'POST',
      headers: { 'x-wx-openid': openid },
      body: JSON.stringify({ tmplIds: [id], answer: { [id]: 'accept' } }),
    });
}

/** A person who accepted `n` messages, by WeChat's count and by our ledger's. */
export async function subscriber(n: number, ledger = n, message: MessageKey = 'notice'): Promise<string> {
  const { row } = await makePerson({ credits: { [message]: { told: ledger } } });
  await accept(row._id, message, n);
  return row._id;
}

export const someMessage = (openid: string, over: Partial<OutboxRow> = {}): OutboxRow => ({
  ...newMessage({
    _id: `message-${String((made += 1)).padStart(6, '0')}`,
    message: 'notice',
    openid,
    unitId: '',
    subjectId: 'notice-x',
    page: 'features/notice/detail/index',
    data: {
      thing1: '关于报送四季度信息的通知',
      thing2: '示例市煤炭工业协会',
      time3: '2026年11月26日 17:00',
      thing4: '请点开确认',
    },
    notBefore: new Date(NOW),
  }),
  ...over,
});

/** A message waiting to be sent, due now. */
export async function queued(openid: string, over: Partial<OutboxRow> = {}): Promise<string> {
  const row = someMessage(openid, over);
  await cloud.insert('outbox', [{ ...row }]);
  return row._id;
}

/** WeChat's push that a message of this kind reached the person. */
export const pushSent = (openid: string, message: MessageKey, code = '0') =>
  cloud.push({
    MsgType: 'event',
    Event: 'subscribe_msg_sent_event',
    FromUserName: openid,
    CreateTime: 1,
    List: { TemplateId: localTemplateIds[message], MsgID: '1', ErrorCode: code, ErrorStatus: 'success' },
  });

let pushes = 0;

/** WeChat's push that the person accepted `n` messages of this kind. */
export async function pushAccepts(openid: string, n: number, message: MessageKey = 'notice'): Promise<void> {
  for (let i = 0; i < n; i += 1)
    await cloud.push({
      MsgType: 'event',
      Event: 'subscribe_msg_popup_event',
      FromUserName: openid,
      CreateTime: (pushes += 1),
      List: [{ TemplateId: localTemplateIds[message], SubscribeStatusString: 'accept', PopupScene: '0' }],
    });
}
