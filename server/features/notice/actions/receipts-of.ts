import type { Act } from '../../../kit/act';
import { behind } from '../statistics/behind';
import { scopeOf } from '../../../kit/statistics-scope';

/** The receipts behind a percentage of a month, a region or everything. */
export const receiptsOf: Act<'notice.receiptsOf'> = async ({ now }, { region, show, cursor, ...asked }) =>
  behind({ ...(await scopeOf(asked)), region }, show, now, cursor);
