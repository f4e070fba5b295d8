import type { Act } from '../../../kit/act';
import { policyOf } from '../../../kit/policy';
import { filings } from '../../../stores/filings';
import { offices } from '../../../stores/offices';
import { handoversOf } from '../find';
import { presentSent } from '../present';

const SHOWN = 20;

export const mine: Act<'filing.mine'> = async ({ caller }) => {
  const sent = await filings.ofPerson(caller.openid, SHOWN);
  if (sent.length === 0) return { filings: [] };
  const { names } = policyOf(await offices.get()).seats;
  const handoverOf = await handoversOf(sent);
  return { filings: sent.map((filing) => presentSent(filing, 'liaison', names, handoverOf(filing))) };
};
