import type { Output } from '@contract/index';
import { checkDue } from '../../kit/check-due';
import { policyOf } from '../../kit/policy';
import { checks as contents } from '../../stores/checks';
import { corrections } from '../../stores/corrections';
import { filings } from '../../stores/filings';
import { handovers } from '../../stores/handovers';
import { offices, type Office } from '../../stores/offices';
import { receipts } from '../../stores/receipts';
import { units } from '../../stores/units';

const DAY = 86_400_000;

type Counts = Omit<Output<'home.office'>, 'running' | 'more'>;

/** What waits for the secretariat, counted by index; each count opens its list. Nine requests. */
export async function stuck(now: Date): Promise<Counts> {
  const waiting = Promise.all([
    filings.countSubmitted(),
    corrections.count('submitted'),
    handovers.count('ready'),
    units.countVacant(),
    receipts.countHead(undefined, 'due'),
    contents.countOpen(),
  ]);
  const late = offices.get().then((office) => byPolicy(office, now));
  const [[filed, changes, ready, vacant, heads, checks], ruled] = await Promise.all([waiting, late]);
  return { filings: filed, corrections: changes, handovers: ready, vacant, heads, checks, ...ruled };
}

async function byPolicy(office: Office | null, now: Date) {
  if (!office?.preset) return { vacantLong: 0, alarmDays: null, check: 0 };
  const policy = policyOf(office);
  const { vacantAlarmDays } = policy.records;
  const check = checkDue(policy, now);
  const [vacantLong, due] = await Promise.all([
    units.countVacantSince(new Date(now.getTime() - vacantAlarmDays * DAY)),
    check ? filings.countStale(check.from) : 0,
  ]);
  return { vacantLong, alarmDays: vacantAlarmDays, check: due };
}
