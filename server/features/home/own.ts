import type { Output } from '@contract/index';
import { handoverTurn } from '@contract/rules/handover';
import { checkDue } from '../../kit/check-due';
import type { Context } from '../../kit/context';
import { policyOf } from '../../kit/policy';
import { filings, type Filing } from '../../stores/filings';
import { handovers, type Handover } from '../../stores/handovers';
import { offices } from '../../stores/offices';

type Home = Output<'home.liaison'>;
type Own = Pick<Home, 'record' | 'handover'>;

/** How long the outcome of a change stays on the home page. */
const TOLD_DAYS = 14;

/** What concerns the liaison's own seat, nothing for whoever only stands in. Three requests. */
export async function ownMatters({ caller, now }: Context, unitId: string): Promise<Own> {
  const seat = caller.person?.seats.find((one) => one.unitId === unitId);
  if (!seat) return { record: null, handover: null };
  const [office, filing, handover] = await Promise.all([
    offices.get(),
    filings.heldBy(caller.openid, unitId),
    handovers.bySlot(unitId, seat.kind),
  ]);
  const from = office?.preset ? checkDue(policyOf(office), now)?.from : null;
  return {
    record: filing && presentOwn(filing, from ?? null, now),
    handover: handover && handover.leaver.openid === caller.openid ? presentHandover(handover) : null,
  };
}

function presentHandover(handover: Handover): NonNullable<Home['handover']> {
  const { _id, state, successor, filingId, leaverAgreedAt, letterKey, successorAgreedAt } = handover;
  const facts = {
    state,
    successor: !!(successor && filingId),
    leaverAgreed: !!leaverAgreedAt,
    letter: !!letterKey,
    successorAgreed: !!successorAgreedAt,
  };
  const { mine, line } = handoverTurn(facts, 'leaver');
  return { handoverId: _id, turn: line, mine };
}

function presentOwn(filing: Filing, dueFrom: Date | null, now: Date): NonNullable<Home['record']> {
  const verifiedAt = filing.verifiedAt ?? filing.since ?? filing.submittedAt;
  const change = lastChange(filing, now);
  return {
    // A change to be decided says more than a check would; what it leaves unverified falls due afterwards.
    due: dueFrom !== null && verifiedAt < dueFrom && change?.state !== 'open',
    verifiedAt: verifiedAt.toISOString(),
    change,
  };
}

const STATES = {
  'record-correct': 'open',
  'record-agree': 'agreed',
  'record-refuse': 'refused',
} as const;

/** What the record's own history says of changes, without a look at them. */
function lastChange({ history }: Filing, now: Date): NonNullable<Home['record']>['change'] {
  const last = history.filter(({ event }) => event.startsWith('record-')).pop();
  const state = Object.entries(STATES).find(([event]) => event === last?.event)?.[1];
  if (!last || !state) return null;
  if (state !== 'open' && now.getTime() - last.at.getTime() > TOLD_DAYS * 86_400_000) return null;
  return { state, note: last.note, at: last.at.toISOString() };
}
