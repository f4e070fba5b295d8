import { may, type Role } from '@contract/rules/rights';
import type { Context } from '../../kit/context';
import { AppError, isDuplicate } from '../../kit/errors';
import { transact, type Tx } from '../../kit/table';
import { audits } from '../../stores/audits';
import { offices } from '../../stores/offices';
import { people, type Person } from '../../stores/people';
import { STAFF_MOST, staffIdOf } from './present';

/**
 * Gives a staff member the post `to`, or none. The office keeps an admin: whoever takes an admin's post away also writes
 * the office's row, read before the staff was counted, so of two such changes at one moment one begins anew and counts
 * again. Person, office and audit entry change together, so a death in between changes nothing. 11 requests.
 */
export async function changePost(ctx: Context, staffId: string, to: Role | null): Promise<void> {
  const action = to ? 'staff.appoint' : 'staff.remove';
  if (await doneBefore(ctx, action, staffId)) return;
  try {
    await transact((tx) => change(ctx, tx, staffId, to));
  } catch (error) {
    // The same request at the same moment was first, or what it was about is gone because of it.
    if ((isDuplicate(error) || error instanceof AppError) && (await doneBefore(ctx, action, staffId))) return;
    throw isDuplicate(error) ? new AppError('conflict') : error;
  }
}

async function change(ctx: Context, tx: Tx, staffId: string, to: Role | null): Promise<void> {
  const office = await offices.getIn(tx);
  if (!office) throw new AppError('missing', '协会还没有设立');
  const everybody = await people.ofOffice(STAFF_MOST);
  const listed = everybody.find(({ _id }) => staffIdOf(_id) === staffId);
  const person = listed && (await people.getIn(tx, listed._id));
  if (!person?.staff) throw new AppError('missing', '这位工作人员已不在秘书处，请刷新后再看');
  const me = everybody.find(({ _id }) => _id === ctx.caller.openid);
  if (!may(me?.staff?.role, 'staff.manage')) throw new AppError('forbidden');
  if (person.staff.role === 'admin' && to !== 'admin') {
    anotherAdmin(everybody, person);
    await offices.countPostIn(tx);
  }
  await people.postIn(tx, person._id, postChange(ctx, person.staff, to));
  await ctx.recordIn(tx, { collection: 'people', subjectId: person._id });
}

function anotherAdmin(everybody: Person[], { _id }: Person): void {
  if (everybody.some((one) => one._id !== _id && one.staff?.role === 'admin')) return;
  throw new AppError('conflict', '协会至少要有一位管理员，请先把另一位工作人员改任管理员');
}

const postChange = (ctx: Context, staff: NonNullable<Person['staff']>, to: Role | null) =>
  to === null
    ? { staff: null, staffSince: null, formerStaff: { ...staff, until: ctx.now } }
    : { staff: { ...staff, role: to } };

async function doneBefore({ requestId, caller }: Context, action: string, staffId: string): Promise<boolean> {
  const entry = await audits.get(requestId);
  return entry?.action === action && entry.openid === caller.openid && staffIdOf(entry.subjectId) === staffId;
}
