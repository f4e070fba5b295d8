import type { Role } from '@contract/rules/rights';
import { cloud, makeStaff } from '../../support';

type Caller = Awaited<ReturnType<typeof makeStaff>>;

/** The public id of a staff member, as an admin sees it in the list. */
export async function idOf(admin: Caller, name: string): Promise<string> {
  const { staff } = await admin.ask('staff.list', {});
  return staff.find((one) => one.name === name)?.staffId ?? 'not-listed';
}

export const roleOf = async ({ openid }: { openid: string }): Promise<Role | null> => {
  const [row] = await cloud.find('people', { _id: openid });
  return (row?.staff as { role: Role } | null)?.role ?? null;
};

export const admins = async (): Promise<number> =>
  (await cloud.find('people', {})).filter((row) => (row.staff as { role: Role } | null)?.role === 'admin')
    .length;
