import { staffContract } from '@contract/staff';
import { feature } from '../../kit/serve';
import { appoint } from './actions/appoint';
import { invitations } from './actions/invitations';
import { invite } from './actions/invite';
import { list } from './actions/list';
import { remove } from './actions/remove';
import { revoke } from './actions/revoke';
import { staffPolicy } from './policy';

export const staff = feature({
  contract: staffContract,
  policy: staffPolicy,
  acts: {
    'staff.list': list,
    'staff.invitations': invitations,
    'staff.invite': invite,
    'staff.revoke': revoke,
    'staff.appoint': appoint,
    'staff.remove': remove,
  },
});
