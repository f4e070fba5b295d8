import { AppError } from '../../kit/errors';
import { filings, type Filing } from '../../stores/filings';
import { handovers, type Handover } from '../../stores/handovers';

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

/** The handovers of several registrations, in one request; none when none of them takes over. */
export async function handoversOf(rows: Filing[]): Promise<(filing: Filing) => Handover | null> {
  const ids = rows.flatMap(({ handoverId }) => handoverId ?? []);
  const found = ids.length > 0 ? await handovers.byIds(ids) : [];
  const byId = new Map(found.map((handover) => [handover._id, handover]));
  return ({ handoverId }) => byId.get(handoverId ?? '') ?? null;
}
