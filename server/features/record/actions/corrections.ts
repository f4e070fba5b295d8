import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { corrections as rows } from '../../../stores/corrections';
import { presentWaiting } from '../present';

const PAGE = 20;

export const corrections: Act<'record.corrections'> = async (_ctx, { state, cursor }) => {
  const found = page(await rows.page(state, cursor, PAGE + 1), PAGE, ({ order }) => order);
  return { corrections: found.rows.map(presentWaiting), next: found.next };
};
