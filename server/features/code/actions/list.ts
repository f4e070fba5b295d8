import type { Act } from '../../../kit/act';
import { page } from '../../../kit/pages';
import { codes } from '../../../stores/codes';
import { presentCode } from '../present';

const PAGE = 20;

export const list: Act<'code.list'> = async (ctx, { cursor }) => {
  const found = page(await codes.page(cursor, PAGE + 1), PAGE, ({ order }) => order);
  return { codes: found.rows.map((code) => presentCode(code, ctx.now)), next: found.next };
};
