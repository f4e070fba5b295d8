import type { Act } from '../../../kit/act';
import { checkDue } from '../../../kit/check-due';
import { AppError } from '../../../kit/errors';
import { page } from '../../../kit/pages';
import { policyOf } from '../../../kit/policy';
import { filings, type Filing } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { lastVerified, presentListed } from '../present';

const PAGE = 20;

/** The longest unverified first. */
export const list: Act<'record.list'> = async ({ now }, { due, cursor }) => {
  const check = checkDue(policyOf(await offices.get()), now);
  const from = check?.from ?? null;
  const counting = Promise.all([filings.countInForce(), from ? filings.countStale(from) : 0]);
  const rows = due && !from ? [] : await filings.stale(due ? from : null, placeOf(cursor), PAGE + 1);
  const shown = page(rows, PAGE, cursorOf);
  const [all, stale] = await counting;
  const ids = [...new Set(shown.rows.map(({ unitId }) => unitId))];
  const found = ids.length ? await units.byIds(ids) : [];
  return {
    records: shown.rows.map((filing) => presentListed(filing, found, from)),
    next: shown.next,
    counts: { all, due: stale },
    checkDay: check?.day ?? null,
  };
};

const cursorOf = (filing: Filing): string => `${lastVerified(filing).toISOString()}|${filing.order}`;

function placeOf(cursor: string | undefined): Pick<Filing, 'verifiedAt' | 'order'> | null {
  if (cursor === undefined) return null;
  const [, at = '', order = ''] = /^([^|]+)\|(.+)$/.exec(cursor) ?? [];
  const verifiedAt = new Date(at);
  if (Number.isNaN(verifiedAt.getTime()))
    throw new AppError('invalid', '翻页位置不正确，请刷新后再看', 'cursor');
  return { verifiedAt, order };
}
