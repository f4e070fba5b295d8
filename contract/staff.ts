import * as v from 'valibot';
import { mutation, query } from './action';
import { flag, id, optionalText } from './fields';
import { role } from './me';

/** Days an invitation's code may be used. */
export const INVITATION_DAYS = 7;

const staffRole = v.pipe(v.string('请选择岗位'), role);
const staffId = id('工作人员');

export const staffContract = {
  /** Who works in the secretariat; by post, then by name. For staff. */
  'staff.list': query(
    v.object({}),
    v.object({
      staff: v.array(
        v.object({
          staffId: v.string(),
          name: v.string(),
          role,
          /** Null: from before this was noted. */
          since: v.nullable(v.string()),
          you: flag('本人'),
        }),
      ),
    }),
  ),

  /** Invitations that can still be used, the next to expire first (at most 100). */
  'staff.invitations': query(
    v.object({}),
    v.object({
      invitations: v.array(
        v.object({
          invitationId: v.string(),
          role,
          name: v.string(),
          by: v.string(),
          expiresAt: v.string(),
        }),
      ),
    }),
  ),

  /** A one-time code, shown in this answer only; asked again, the same request gets a new code in place of the first. */
  'staff.invite': mutation(
    v.object({ role: staffRole, name: optionalText('给谁用', 20) }),
    v.object({ code: v.string(), role, expiresAt: v.string() }),
  ),

  /** Takes back an invitation nobody has used yet. */
  'staff.revoke': mutation(v.object({ invitationId: id('邀请') }), v.object({ invitationId: v.string() })),

  /** Gives a staff member another post. The last admin keeps the post. */
  'staff.appoint': mutation(v.object({ staffId, role: staffRole }), v.object({ role })),

  /** The person is staff no more from this moment; a liaison's seat is kept. The last admin stays. */
  'staff.remove': mutation(v.object({ staffId }), v.object({ staffId: v.string() })),
};
