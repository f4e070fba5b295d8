import type { noticeContract } from '@contract/notice';
import { anyone, seatOfUnit, staff, staffMay, type Policy } from '../../kit/rules';

export const noticePolicy: Policy<typeof noticeContract> = {
  'notice.publish': staffMay('notice.publish'),
  'notice.reach': staffMay('notice.publish'),
  'notice.list': staff,
  'notice.inbox': seatOfUnit,
  'notice.get': anyone, // a stranger gets the card: title and host
  'notice.open': seatOfUnit,
  'notice.confirm': seatOfUnit,
  'notice.receipts': staff,
  'notice.chaseText': staff,
};
