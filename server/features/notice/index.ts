import { noticeContract } from '@contract/notice';
import { feature } from '../../kit/serve';
import { chaseText } from './actions/chase-text';
import { confirm } from './actions/confirm';
import { get } from './actions/get';
import { inbox } from './actions/inbox';
import { list } from './actions/list';
import { open } from './actions/open';
import { publish } from './actions/publish';
import { reach } from './actions/reach';
import { receipts } from './actions/receipts';
import { noticePolicy } from './policy';

export const notice = feature({
  contract: noticeContract,
  policy: noticePolicy,
  acts: {
    'notice.publish': publish,
    'notice.reach': reach,
    'notice.list': list,
    'notice.inbox': inbox,
    'notice.get': get,
    'notice.open': open,
    'notice.confirm': confirm,
    'notice.receipts': receipts,
    'notice.chaseText': chaseText,
  },
});
