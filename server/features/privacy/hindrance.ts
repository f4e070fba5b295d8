import { handovers } from '../../stores/handovers';
import type { Person } from '../../stores/people';

/** Why this person's data cannot be deleted now, as whoever decides reads it; null: they can. */
export function holds({ name, seats, staff }: Person): string | null {
  const [seat] = seats;
  if (seat) return `${name}现在是“${seat.unitName}”的联络员，要先办理交接，办结后才能删除`;
  return staff ? `${name}现在是秘书处工作人员，要先由管理员移出秘书处，才能删除` : null;
}

/** The same to the person, with the way to do it; also while a handover is under way. Two requests. */
export async function hindranceOf({ _id, seats, staff }: Person): Promise<string | null> {
  const [seat] = seats;
  if (seat)
    return `您现在是“${seat.unitName}”的联络员，请先在“交接”里把席位交给接任者，秘书处办结后再申请删除`;
  if (staff) return '您现在是秘书处工作人员，请先由管理员把您移出秘书处，再申请删除';
  const [left, taken] = await Promise.all([
    handovers.ofPerson(_id, 'leaver', 5),
    handovers.ofPerson(_id, 'successor', 5),
  ]);
  const open = [...left, ...taken].find(({ state }) => state === 'open' || state === 'ready');
  return open ? `“${open.unitName}”的交接还没有办结，请办结或取消后再申请删除` : null;
}
