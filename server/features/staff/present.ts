import type { Output } from '@contract/index';
import { roles } from '@contract/rules/rights';
import { sha256 } from '../../kit/hash';
import type { Claim } from '../../stores/claims';
import type { Person } from '../../stores/people';

/** What a staff member is called towards clients: the openid is never sent. */
export const staffIdOf = (openid: string): string => sha256(`staff ${openid}`).slice(0, 24);

/** No office has more; whoever is listed can be found by the public id. */
export const STAFF_MOST = 200;

type Listed = Output<'staff.list'>['staff'][number];

export function presentStaff(people: Person[], openid: string): Listed[] {
  const order = Object.keys(roles);
  const listed = people.flatMap(({ _id, staff, staffSince }): Listed[] =>
    staff
      ? [
          {
            staffId: staffIdOf(_id),
            name: staff.name,
            role: staff.role,
            since: staffSince?.toISOString() ?? null,
            you: _id === openid,
          },
        ]
      : [],
  );
  return listed.sort(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (a.since ?? '').localeCompare(b.since ?? ''),
  );
}

export const presentInvitation = (claim: Claim): Output<'staff.invitations'>['invitations'][number] => ({
  invitationId: claim._id,
  role: claim.role,
  name: claim.name ?? '',
  by: claim.invitedBy?.name ?? '',
  expiresAt: claim.expiresAt.toISOString(),
});
