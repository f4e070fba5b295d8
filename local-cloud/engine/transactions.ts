import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { CloudError, duplicateKey, transactionConflict, transactionMissing } from '../errors';
import { TRANSACTION_MS_MAX } from '../limits';
import { encodeDoc } from '../value/ejson';
import { encodeKey } from '../value/key';
import { copyValue, type Doc, type Value } from '../value/value';
import { indexKeys } from './index-keys';
import { Locks } from './locks';
import { Sql } from './sql';
import type { Collection, Store } from './store';

interface Entry {
  collection: Collection;
  id: Value;
  /** Body in the snapshot; undefined: not there. */
  before: string | undefined;
  /** null: removed. */
  after: Doc | null;
}

export interface Transaction {
  id: string;
  /** Invocation that started it, aborted with it when its worker dies. */
  owner: string | undefined;
  startedAt: number;
  snapshot: Sql;
  entries: Map<string, Entry>;
  timer: NodeJS.Timeout;
}

/** Snapshot, buffer of writes, and a lock per document (design D1). */
export class Transactions {
  readonly locks = new Locks();
  readonly #open = new Map<string, Transaction>();
  readonly #idle: Sql[] = [];

  constructor(
    readonly store: Store,
    readonly clock: Clock,
  ) {}

  start(owner: string | undefined): Transaction {
    const snapshot = this.#idle.pop() ?? new Sql(this.store.file, this.store.synchronous);
    snapshot.exec('BEGIN');
    snapshot.get('SELECT count(*) FROM collection');
    const id = randomUUID();
    const timer = setTimeout(() => this.abort(id), TRANSACTION_MS_MAX);
    timer.unref();
    const made: Transaction = { id, owner, startedAt: this.clock.now(), snapshot, entries: new Map(), timer };
    this.#open.set(id, made);
    return made;
  }

  /** The open transaction, or the platform's error when it has ended or is older than 30 s. */
  get(id: unknown): Transaction {
    const found = typeof id === 'string' ? this.#open.get(id) : undefined;
    if (found !== undefined && this.clock.now() - found.startedAt <= TRANSACTION_MS_MAX) return found;
    if (found !== undefined) this.abort(found.id);
    throw transactionMissing(String(id));
  }

  /** The document as this transaction sees it. */
  read(transaction: Transaction, collection: Collection, id: Value): Doc | undefined {
    const entry = transaction.entries.get(lockKey(collection, id));
    if (entry !== undefined) return entry.after === null ? undefined : copyValue(entry.after);
    return this.store.byId(collection, id, transaction.snapshot)?.doc;
  }

  /** Buffers a write. Conflicts when the document is locked or was changed since the snapshot. */
  write(transaction: Transaction, collection: Collection, id: Value, after: Doc | null): void {
    const key = lockKey(collection, id);
    if (!this.locks.take(key, transaction.id)) throw transactionConflict(nameOf(collection, id));
    const known = transaction.entries.get(key);
    const before =
      known === undefined ? this.store.byId(collection, id, transaction.snapshot)?.body : known.before;
    if (known === undefined && this.store.byId(collection, id)?.body !== before)
      throw transactionConflict(nameOf(collection, id));
    if (after !== null) this.#refuseDuplicate(transaction, collection, id, after);
    transaction.entries.set(key, { collection, id, before, after: after === null ? null : copyValue(after) });
  }

  /** Applies all writes in one SQLite transaction, or none. */
  commit(id: unknown): void {
    const transaction = this.get(id);
    try {
      this.store.write(() => {
        for (const entry of transaction.entries.values()) this.#removeOld(entry);
        for (const entry of transaction.entries.values()) this.#putNew(entry);
      });
    } catch (error) {
      const duplicate = error instanceof CloudError && error.code === 'DATABASE_DUPLICATE_WRITE';
      throw duplicate ? transactionConflict('a unique key was taken meanwhile') : error;
    } finally {
      this.#end(transaction);
    }
  }

  abort(id: string): void {
    const transaction = this.#open.get(id);
    if (transaction !== undefined) this.#end(transaction);
  }

  /** Ends every transaction an invocation left when its worker died. */
  abortOwned(owner: string): void {
    for (const transaction of [...this.#open.values()])
      if (transaction.owner === owner) this.#end(transaction);
  }

  abortAll(): void {
    for (const transaction of [...this.#open.values()]) this.#end(transaction);
  }

  close(): void {
    this.abortAll();
    for (const sql of this.#idle) sql.close();
    this.#idle.length = 0;
  }

  #end(transaction: Transaction): void {
    clearTimeout(transaction.timer);
    this.#open.delete(transaction.id);
    transaction.snapshot.exec('ROLLBACK');
    this.#idle.push(transaction.snapshot);
    this.locks.release(transaction.id);
  }

  /** Removing first lets two documents of one transaction exchange a unique key; unchanged ones keep their place. */
  #removeOld({ collection, id, before, after }: Entry): void {
    if (before === undefined) return;
    const old = this.store.byId(collection, id);
    if (old === undefined || old.body !== before) throw transactionConflict(nameOf(collection, id));
    if (after === null) this.store.remove(collection, old);
    else if (collection.indexes.some((index) => index.spec.unique === true))
      this.store.unlist(collection, old);
  }

  #putNew({ collection, id, before, after }: Entry): void {
    if (after === null) return;
    const old = before === undefined ? undefined : this.store.byId(collection, id);
    if (old === undefined) this.store.insert(collection, after);
    else if (collection.indexes.some((index) => index.spec.unique === true))
      this.store.relist(collection, old, after);
    else this.store.replace(collection, old, after);
  }

  #refuseDuplicate(transaction: Transaction, collection: Collection, id: Value, after: Doc): void {
    for (const index of collection.indexes) {
      const { keys } = indexKeys(index.spec, after);
      if (index.spec.unique !== true) continue;
      for (const key of keys) {
        const holder = this.store.holderOf(collection, index, key);
        const buffered = [...transaction.entries.values()].filter((e) => e.collection === collection);
        const mine = buffered.find(
          (e) =>
            lockKey(collection, e.id) !== lockKey(collection, id) &&
            e.after !== null &&
            indexKeys(index.spec, e.after).keys.some((k) => k.equals(key)),
        );
        const other =
          holder !== undefined &&
          lockKey(collection, holder) !== lockKey(collection, id) &&
          !transaction.entries.has(lockKey(collection, holder));
        if (mine !== undefined || other)
          throw duplicateKey(collection.name, index.spec.name, encodeDoc({ _id: id }));
      }
    }
  }
}

/** Name of a document in the lock table. */
export const lockKey = (collection: Collection, id: Value) =>
  `${collection.id}/${encodeKey(id).toString('latin1')}`;

const nameOf = (collection: Collection, id: Value) => `${collection.name}/${JSON.stringify(id)}`;
