import type { MessageKey } from '@contract/messages';
import { accept, cloud, pushAccepts } from '../../support';

/** Accepts so many messages of the kind, by WeChat's count and, as its push tells them, by ours. */
export async function willing(openid: string, message: MessageKey, n = 1): Promise<void> {
  await pushAccepts(openid, n, message);
  await accept(openid, message, n);
}

/** WeChat's next answers to a message sent. */
export const failWith = (errCode: number, times = 1): Promise<unknown> =>
  cloud.script({ api: 'subscribeMessage.send', times, fault: { errCode, errMsg: 'scripted' } });
