import { outbox, type OutboxRow } from '../../stores/outbox';
import { spend } from './credits';
import { tellSent } from './telling';

/** WeChat's push comes within seconds; after so long without one a message of a dead run did not go out. */
const UNSURE_MS = 10 * 60_000;
/** The platform's most; the rest comes with the next run. */
const MOST = 1000;

/**
 * Rows whose run died. What WeChat's push told of is sent, and then the receipt says so and the credit is spent; of the rest
 * nobody knows, and for ten minutes nobody sends them. Then they did not go out.
 */
export async function release(now: Date): Promise<void> {
  const dead = await outbox.dead(now, MOST);
  if (dead.length) {
    const ids = (rows: OutboxRow[]) => rows.map(({ _id }) => _id);
    const there = dead.filter(({ pushedAt }) => pushedAt);
    const rest = dead.filter(({ pushedAt }) => !pushedAt);
    if (there.length) {
      await tellSent(there, now);
      // Of two runs at once one counts them; a share of each, which is rarer still, is left to WeChat's next answer.
      if ((await outbox.arrived(ids(there), now)) === there.length) await spend(there);
    }
    if (rest.length) await outbox.doubt(ids(rest), now, new Date(now.getTime() + UNSURE_MS));
  }
  await outbox.retry(now);
}
