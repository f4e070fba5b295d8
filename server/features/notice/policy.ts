import type { noticeContract } from '@contract/notice';
import { actsFor, anyone, staff, staffMay, type Policy } from '../../kit/rules';

export const noticePolicy: Policy<typeof noticeContract> = {
  'notice.publish': staffMay('notice.publish'),
  'notice.classes': staffMay('notice.publish'),
  'notice.reach': staffMay('notice.publish'),
  'notice.list': staff,
  'notice.inbox': actsFor('notice'),
  'notice.get': anyone, // a stranger gets the card: title and host
  'notice.open': actsFor('notice'),
  'notice.confirm': actsFor('notice'),
  'notice.receipts': staff,
  'notice.chaseText': staff,
  'notice.record': staffMay('notice.publish'),
  'notice.unrecord': staffMay('notice.publish'),
  'notice.matchJielong': staffMay('notice.publish'),
  'notice.fillJielong': staffMay('notice.publish'),
  'notice.jielongText': staff,
  'notice.remindable': staffMay('notice.publish'),
  'notice.remind': staffMay('notice.publish'),
};
