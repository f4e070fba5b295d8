import type { Act } from '../../../kit/act';
import { people } from '../../../stores/people';
import { presentStaff, STAFF_MOST } from '../present';

export const list: Act<'staff.list'> = async ({ caller }) => ({
  staff: presentStaff(await people.ofOffice(STAFF_MOST), caller.openid),
});
