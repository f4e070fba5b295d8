import * as v from 'valibot';
import { mutation, query } from './action';
import { count } from './fields';
import { messageKeys } from './messages';

const messageKey = v.picklist(messageKeys, '没有这种消息');

export const outboxContract = {
  /** Which messages this person may be asked for, with WeChat's template ids and what is left of earlier accepts. */
  'outbox.mine': query(
    v.object({}),
    v.object({ messages: v.array(v.object({ message: messageKey, templateId: v.string(), left: count })) }),
  ),

  /** The person tapped 接受 for these on WeChat's sheet: each is one message more (D8). */
  'outbox.accept': mutation(
    v.object({
      messages: v.pipe(
        v.array(messageKey, '请选择消息'),
        v.minLength(1, '请选择消息'),
        v.maxLength(3, '一次最多3种消息'),
      ),
    }),
    v.object({ messages: v.array(v.object({ message: messageKey, left: count })) }),
  ),
};
