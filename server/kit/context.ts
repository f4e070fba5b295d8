import { randomInt } from 'node:crypto';
import { audits, type Subject } from '../stores/audits';
import type { Person } from '../stores/people';
import type { Tx } from './table';

/** Who calls; everything about a person's rights is on one row, so identification is one request. */
export interface Caller {
  openid: string;
  person: Person | null;
}

export interface Context {
  caller: Caller;
  now: Date;
  /** Made by the client, the same on a repeat; empty for queries. */
  requestId: string;
  newId(length: number): string;
  /**
   * Says what changed; the pipeline writes the entry after the act, a repeat repairs a missing one.
   * `repeat`: the row itself showed that this very request changed it.
   */
  record(subject: Subject, repeat?: 'repeat'): void;
  /** Writes the entry inside the act's own transaction instead. */
  recordIn(tx: Tx, subject: Subject): Promise<void>;
  subject: Subject | null;
  repeated: boolean;
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789';

export function makeContext(caller: Caller, action: string, requestId: string): Context {
  const now = new Date();
  const context: Context = {
    caller,
    now,
    requestId,
    newId: (length) => Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
    subject: null,
    repeated: false,
    record: (subject, repeat) => {
      context.subject = subject;
      context.repeated = repeat === 'repeat';
    },
    recordIn: (tx, subject) =>
      audits.addIn(tx, { _id: requestId, at: now, openid: caller.openid, action, ...subject }),
  };
  return context;
}
