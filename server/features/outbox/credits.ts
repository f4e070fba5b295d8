import { creditLeft, REFUSED } from '@contract/rules/outbox';
import type { OutboxRow } from '../../stores/outbox';
import { people, type Person } from '../../stores/people';
import type { Outcome } from './settling';

/** The ledger of one batch: WeChat tells nobody what is left, so we count (decision D8). Never below zero. */
export class Credits {
  readonly #left = new Map<string, number>();

  constructor(known: Map<string, Person>) {
    for (const { _id, credits = {} } of known.values())
      for (const [message, credit] of Object.entries(credits))
        this.#left.set(`${_id} ${message}`, creditLeft(credit));
  }

  take({ openid, message }: OutboxRow): boolean {
    const key = `${openid} ${message}`;
    const left = this.#left.get(key) ?? 0;
    if (left > 0) this.#left.set(key, left - 1);
    return left > 0;
  }

  /** People who had one message sent are written together; who refused has nothing left. */
  async write(outcomes: Outcome[]): Promise<void> {
    await spend(outcomes.filter(({ code }) => code === 'sent').map(({ row }) => row));
    const refused = outcomes.filter(({ code }) => code === REFUSED).map(({ row }) => row);
    for (const message of new Set(refused.map((row) => row.message)))
      await people.emptyCredit(
        [...new Set(refused.filter((row) => row.message === message).map(({ openid }) => openid))],
        message,
      );
  }
}

/** One message less for each; people who had the same number are written together. */
export async function spend(rows: Pick<OutboxRow, 'openid' | 'message'>[]): Promise<void> {
  for (const message of new Set(rows.map((row) => row.message))) {
    const sent = new Map<string, number>();
    for (const { openid } of rows.filter((row) => row.message === message))
      sent.set(openid, (sent.get(openid) ?? 0) + 1);
    for (const n of new Set(sent.values()))
      await people.spendCredit(
        [...sent].filter(([, m]) => m === n).map(([openid]) => openid),
        message,
        n,
      );
  }
}
