import { AppError } from '../../kit/errors';
import { filings, type Filing } from '../../stores/filings';

const missing = () => new AppError('missing', '没有找到这份登记');

export async function findFiling(filingId: string): Promise<Filing> {
  const filing = await filings.get(filingId);
  if (!filing) throw missing();
  return filing;
}

/** Somebody else's is as good as none. */
export async function findOwn(filingId: string, openid: string): Promise<Filing> {
  const filing = await findFiling(filingId);
  if (filing.openid !== openid) throw missing();
  return filing;
}
