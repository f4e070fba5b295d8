import type { officeContract } from '@contract/office';
import { anyone, staff, staffMay, type Policy } from '../../kit/rules';

export const officePolicy: Policy<typeof officeContract> = {
  'office.claim': anyone, // the one-time code is the right
  'office.get': staff,
  'office.setUp': staffMay('office.edit'),
  'office.savePolicy': staffMay('office.edit'),
};
