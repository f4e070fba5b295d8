import type { checkContract } from '@contract/check';
import { staffMay, type Policy } from '../../kit/rules';

export const checkPolicy: Policy<typeof checkContract> = {
  'check.list': staffMay('content.check'),
  'check.decide': staffMay('content.check'),
};
