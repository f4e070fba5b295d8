import { checkPictures, pictureChecked } from '@server/features/check/pictures';
import { makeDigest } from '@server/features/digest/morning';
import { climb } from '@server/features/notice/ladder/climb';
import { queuePushes } from '@server/features/notice/push';
import { tick } from '@server/features/notice/tick';
import { deliver } from '@server/features/outbox/deliver';
import { subscriptionPushed } from '@server/features/outbox/pushes';
import { sweep } from '@server/features/paper/sweep';
import { inTurn, serveTimer } from '@server/kit/serve-timer';

/**
 * The one timer of the product, each minute (decision D5): publications, recounts, messages to be sent, old papers
 * to be deleted, pictures to be looked at; and what WeChat pushes of subscription messages and of pictures.
 */
export const main = serveTimer(
  [inTurn([tick, queuePushes, climb, makeDigest, deliver, sweep, checkPictures])],
  (push, now) =>
    push.Event === 'wxa_media_check' ? pictureChecked(push, now) : subscriptionPushed(push, now),
);
