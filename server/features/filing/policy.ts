import type { filingContract } from '@contract/filing';
import { anyone, consented, staff, staffMay, type Policy } from '../../kit/rules';

export const filingPolicy: Policy<typeof filingContract> = {
  'filing.consent': anyone, // the code is the right
  'filing.phone': consented,
  'filing.submit': consented,
  'filing.mine': anyone, // nothing but one's own
  'filing.draft': consented,
  'filing.correct': consented,
  'filing.list': staff,
  'filing.get': staffMay('filing.review'),
  'filing.approve': staffMay('filing.review'),
  'filing.return': staffMay('filing.review'),
  'filing.reveal': staffMay('filing.review'),
  'filing.refuse': staffMay('filing.review'),
};
