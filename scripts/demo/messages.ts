import { shanghaiDay } from '@contract/rules/calendar';
import { nag } from '@server/features/notice/reminding';
import { toldOf } from '@server/features/notice/push';
import { headNext } from '@server/features/notice/ladder/page';
import type { Notice } from '@server/stores/notices';
import { nagId, type OutboxRow } from '@server/stores/outbox';
import type { Person } from '@server/stores/people';
import type { Receipt } from '@server/stores/receipts';
import type { Unit } from '@server/stores/units';
import { MINUTE } from './clock';
import type { Term } from './terms';

/** Of so many units one accepts no reminders. */
const UNWILLING = 4;

/**
 * The outbox of the demo: what the receipts, the ladders and the people's credits say was sent has its row, as the dispatcher
 * leaves it. One for the whole demo, so that no unit is nagged twice on a day.
 */
export class Messages {
  readonly rows: OutboxRow[] = [];
  readonly #nagged = new Set<string>();
  readonly #terms: Map<string, Term[]>;

  constructor(terms: Map<string, Term[]>) {
    this.#terms = terms;
  }

  /** The word of a notice, to those whose receipts say so, and of its withdrawal to who knew of it. */
  tell(notice: Notice, receipts: Receipt[]): void {
    const { withdrawn, ...stood } = notice;
    const at = new Date(notice.publishedAt.getTime() + MINUTE);
    for (const { unitId, push, state } of receipts) {
      const told = push && this.#holder(unitId, notice.publishedAt);
      if (!told) continue;
      const row = toldOf({ ...stood, state: 'published' }, told, notice.publishedAt, notice.publishedAt);
      const { code } = push;
      this.rows.push(
        push.state === 'sent' ? sent(row, push.at) : { ...row, state: 'failed', code, attempts: 1 },
      );
      if (withdrawn && (state !== 'waiting' || push.state === 'sent'))
        this.rows.push(sent(toldOf(notice, told, withdrawn.at, withdrawn.at), later(at, withdrawn.at)));
    }
  }

  /** A rung's reminders to these missing units; gives what the rung says of them. */
  remind(notice: Notice, missing: Receipt[], rung: { workdays: number; to: 'liaison' | 'head' }, at: Date) {
    const sum = { queued: 0, already: 0, unreachable: 0 };
    const day = shanghaiDay(at);
    for (const { unitId, push } of missing) {
      const to = this.#holder(unitId, at);
      const willing = push ? push.state === 'sent' : Number(unitId.slice(-4)) % UNWILLING !== 0;
      if (this.#nagged.has(nagId(day, unitId))) sum.already += 1;
      else if (!to || !willing) sum.unreachable += 1;
      else {
        sum.queued += 1;
        this.#nagged.add(nagId(day, unitId));
        const row = nag(notice, to, to.openid, day, at);
        const data = rung.to === 'head' ? headNext(row.data) : row.data;
        const requestId = `rung_${notice._id}_${rung.workdays}_0`;
        this.rows.push({ ...sent(row, at), data, requestId });
      }
    }
    return sum;
  }

  /** What is left stays left; what was sent was accepted before, and is spent. */
  spend(people: Person[]): Person[] {
    const spent = new Map<string, number>();
    for (const { state, openid, message } of this.rows)
      if (state === 'sent') spent.set(`${openid} ${message}`, (spent.get(`${openid} ${message}`) ?? 0) + 1);
    return people.map((person) => {
      const credits = { ...person.credits };
      for (const message of ['notice', 'todo'] as const) {
        const n = spent.get(`${person._id} ${message}`) ?? 0;
        if (n) credits[message] = { told: (credits[message]?.told ?? 0) + n, spent: n };
      }
      return Object.keys(credits).length ? { ...person, credits } : person;
    });
  }

  #holder(unitId: string, at: Date): (Unit & { openid: string }) | undefined {
    const terms = this.#terms.get(unitId) ?? [];
    const term = terms.find(({ from, to }) => from <= at && (to === null || at < to));
    return term && { ...term.unit, openid: term.liaison.openid };
  }
}

const sent = (row: OutboxRow, sentAt: Date): OutboxRow => ({ ...row, state: 'sent', sentAt, attempts: 1 });

const later = (a: Date, b: Date): Date => (a > b ? a : b);
