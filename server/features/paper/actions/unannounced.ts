import type { Act } from '../../../kit/act';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { inOrder, nextNumber } from '../announcing';
import { mustBeHosts } from '../office-hosts';

const SHOWN = 200;

/** The next list of these hosts, as publishing it now would make it. */
export const unannounced: Act<'paper.unannounced'> = async (ctx, { hostIds }) => {
  const office = await offices.get();
  const [first] = mustBeHosts(office, hostIds);
  const [rows, total, number] = await Promise.all([
    filings.unannounced(hostIds, ctx.now, SHOWN),
    filings.countUnannounced(hostIds, ctx.now),
    nextNumber(office, first, ctx.now),
  ]);
  return { rows: await inOrder(rows), total, until: ctx.now.toISOString(), number };
};
