import type { codeContract } from '@contract/code';
import { anyone, staffMay, type Policy } from '../../kit/rules';

export const codePolicy: Policy<typeof codeContract> = {
  'code.issue': staffMay('code.issue'),
  'code.list': staffMay('code.issue'),
  'code.get': staffMay('code.issue'),
  'code.revoke': staffMay('code.issue'),
  'code.open': anyone, // the code is the right
  'code.findUnits': anyone, // the code is the right
};
