import { checkContract } from '@contract/check';
import { feature } from '../../kit/serve';
import { decide } from './actions/decide';
import { list } from './actions/list';
import { checkPolicy } from './policy';

export const check = feature({
  contract: checkContract,
  policy: checkPolicy,
  acts: { 'check.list': list, 'check.decide': decide },
});
