import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { policyOf } from '../../../kit/policy';
import { handovers } from '../../../stores/handovers';
import { offices } from '../../../stores/offices';
import { presentHandover } from '../present';

const PAGE = 20;

export const list: Act<'handover.list'> = async (_ctx, { state, cursor }) => {
  const [rows, office] = await Promise.all([handovers.page(state, cursor, PAGE + 1), offices.get()]);
  const found = page(rows, PAGE, ({ order }) => order);
  const { names } = policyOf(office).seats;
  return { handovers: found.rows.map((one) => presentHandover(one, 'staff', names)), next: found.next };
};
