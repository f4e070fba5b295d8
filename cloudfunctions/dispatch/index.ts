import { checkPictures, pictureChecked } from '@server/features/check/pictures';
import { makeDigest } from '@server/features/digest/morning';
import { tick } from '@server/features/notice/tick';
import { deliver } from '@server/features/outbox/deliver';
import { subscriptionPushed } from '@server/features/outbox/pushes';
import { sweep } from '@server/features/paper/sweep';
import { lapseLeftovers } from '@server/features/record/sweep';
import { everyMinutes, onRhythm } from '@server/kit/rhythm';
import { inTurn, serveTimer } from '@server/kit/serve-timer';

/**
 * The one timer of the product, each minute (decision D5): publications, recounts, messages to be sent, old papers
 * to be deleted, pictures to be looked at; and what WeChat pushes of subscription messages and of pictures. A minute with
 * nothing to do costs five requests: what may come late looks on its own rhythm, for the rest one request each says so.
 */
export const main = serveTimer(
  [
    inTurn([
      tick,
      onRhythm('digest', makeDigest),
      deliver,
      onRhythm('papers', sweep),
      onRhythm('pictures', checkPictures),
      onRhythm('leftovers', everyMinutes(10, lapseLeftovers)),
    ]),
  ],
  (push, now) =>
    push.Event === 'wxa_media_check' ? pictureChecked(push, now) : subscriptionPushed(push, now),
);
