import type { Act } from '../../../kit/act';
import { filings } from '../../../stores/filings';
import { presentSent } from '../present';

const SHOWN = 20;

export const mine: Act<'filing.mine'> = async ({ caller }) => ({
  filings: (await filings.ofPerson(caller.openid, SHOWN)).map((filing) => presentSent(filing, 'liaison')),
});
