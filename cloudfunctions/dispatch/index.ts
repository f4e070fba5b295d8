import { queuePushes } from '@server/features/notice/push';
import { tick } from '@server/features/notice/tick';
import { deliver } from '@server/features/outbox/deliver';
import { subscriptionPushed } from '@server/features/outbox/pushes';
import { sweep } from '@server/features/paper/sweep';
import { inTurn, serveTimer } from '@server/kit/serve-timer';

/**
 * The one timer of the product, each minute (decision D5): publications, recounts, messages to be sent, old papers
 * to be deleted; and what WeChat pushes of subscription messages.
 */
export const main = serveTimer([inTurn([tick, queuePushes, deliver, sweep])], subscriptionPushed);
