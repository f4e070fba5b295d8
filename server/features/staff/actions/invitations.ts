import type { Act } from '../../../kit/act';
import { claims } from '../../../stores/claims';
import { presentInvitation } from '../present';

export const invitations: Act<'staff.invitations'> = async ({ now }) => ({
  invitations: (await claims.open(now, 100)).map(presentInvitation),
});
