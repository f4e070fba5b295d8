import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { erasures } from '../../../stores/erasures';
import { presentRequest } from '../present';

const LIMIT = 20;

export const requests: Act<'privacy.requests'> = async ({ now }, { over, cursor }) => {
  const states = over ? (['agreed', 'refused', 'withdrawn'] as const) : (['waiting', 'erasing'] as const);
  const found = await erasures.page([...states], cursor, LIMIT + 1);
  const { rows, next } = page(found, LIMIT, ({ order }) => order);
  return { requests: rows.map((row) => presentRequest(row, now)), next };
};
