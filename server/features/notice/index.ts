import { noticeContract } from '@contract/notice';
import { feature } from '../../kit/serve';
import { chaseText } from './actions/chase-text';
import { classes } from './actions/classes';
import { confirm } from './actions/confirm';
import { fillJielong } from './actions/fill-jielong';
import { get } from './actions/get';
import { inbox } from './actions/inbox';
import { jielongText } from './actions/jielong-text';
import { list } from './actions/list';
import { matchJielong } from './actions/match-jielong';
import { open } from './actions/open';
import { publish } from './actions/publish';
import { reach } from './actions/reach';
import { receipts } from './actions/receipts';
import { record } from './actions/record';
import { remind } from './actions/remind';
import { remindable } from './actions/remindable';
import { unrecord } from './actions/unrecord';
import { noticePolicy } from './policy';

export const notice = feature({
  contract: noticeContract,
  policy: noticePolicy,
  acts: {
    'notice.publish': publish,
    'notice.classes': classes,
    'notice.reach': reach,
    'notice.list': list,
    'notice.inbox': inbox,
    'notice.get': get,
    'notice.open': open,
    'notice.confirm': confirm,
    'notice.receipts': receipts,
    'notice.chaseText': chaseText,
    'notice.record': record,
    'notice.unrecord': unrecord,
    'notice.matchJielong': matchJielong,
    'notice.fillJielong': fillJielong,
    'notice.jielongText': jielongText,
    'notice.remindable': remindable,
    'notice.remind': remind,
  },
});
