import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { digests } from '../../../stores/digests';
import { presentKept } from '../present';

const PAGE = 15;

/** What is kept, the latest first. */
export const list: Act<'digest.list'> = async (_ctx, { cursor }) => {
  const { rows, next } = page(await digests.page(cursor, PAGE + 1), PAGE, ({ _id }) => _id);
  return { digests: rows.map(presentKept), next };
};
