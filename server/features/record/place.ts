import { AppError } from '../../kit/errors';
import type { Filing } from '../../stores/filings';
import { lastVerified } from './present';

/** Where a page of records by their last verification ended, and back. */

export const cursorOf = (filing: Filing): string => `${lastVerified(filing).toISOString()}|${filing.order}`;

export function placeOf(cursor: string | undefined): Pick<Filing, 'verifiedAt' | 'order'> | null {
  if (cursor === undefined) return null;
  const [, at = '', order = ''] = /^([^|]+)\|(.+)$/.exec(cursor) ?? [];
  const verifiedAt = new Date(at);
  if (Number.isNaN(verifiedAt.getTime()))
    throw new AppError('invalid', '翻页位置不正确，请刷新后再看', 'cursor');
  return { verifiedAt, order };
}
