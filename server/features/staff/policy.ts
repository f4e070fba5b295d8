import type { staffContract } from '@contract/staff';
import { staff, staffMay, type Policy } from '../../kit/rules';

export const staffPolicy: Policy<typeof staffContract> = {
  'staff.list': staff,
  'staff.invitations': staffMay('staff.manage'),
  'staff.invite': staffMay('staff.manage'),
  'staff.revoke': staffMay('staff.manage'),
  'staff.appoint': staffMay('staff.manage'),
  'staff.remove': staffMay('staff.manage'),
};
