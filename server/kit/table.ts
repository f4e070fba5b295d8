import { _, db } from './cloud';
import { isDuplicate, isTransactionConflict } from './errors';

/** Typed access to one collection; only server/stores may use it. Each method is one database request. */

export interface Row {
  _id: string;
}

export type Where = Record<string, unknown>;
export type Patch<T> = { [K in keyof T]?: unknown } & Record<string, unknown>;

export interface Find<T> {
  where: Where;
  /** Always named: CloudBase would silently stop at 100. At most 1000. */
  limit: number;
  orderBy?: [field: string, direction: 'asc' | 'desc'][];
  fields?: (keyof T & string)[];
}

/** Stages in MongoDB's own words, e.g. `group({ _id: '$unitId', n: { $sum: 1 } })`; conditions of `match` as in `find`. */
export interface Pipeline {
  match(where: Where): Pipeline;
  group(value: object): Pipeline;
  addFields(value: object): Pipeline;
  sort(value: object): Pipeline;
  limit(most: number): Pipeline;
}

interface Ending<R> {
  end(): Promise<{ list: R[] }>;
}

interface Doc {
  get(): Promise<{ data: unknown }>;
  set(o: { data: object }): Promise<unknown>;
  update(o: { data: object }): Promise<unknown>;
}

/** A running transaction: only document operations, each one request. */
export interface Tx {
  collection(name: string): { doc(id: string): Doc; add(o: { data: object }): Promise<unknown> };
}

/** A row keeps its last five requests in `requests`: a repeat is known by them. */
export const keep = (requestId: string) => _.push({ each: [requestId], slice: -5 });

export function table<T extends Row>(name: string) {
  const collection = () => db.collection(name);
  const inTx = (tx: Tx) => tx.collection(name);
  return {
    async get(id: string): Promise<T | null> {
      const reply: unknown = await collection().doc(id).get({});
      return (reply as { data: T | null }).data;
    },

    async find({ where, limit, orderBy = [], fields }: Find<T>): Promise<T[]> {
      let query = collection().where(where);
      for (const [field, direction] of orderBy) query = query.orderBy(field, direction);
      if (fields) query = query.field(Object.fromEntries(fields.map((field) => [field, true])));
      const reply: unknown = await query.limit(limit).get();
      return (reply as { data: T[] }).data;
    },

    /** Counts in the database: `where` served by an index, then what `stages` adds. `limit` always named, else 20 come. */
    async aggregate<R>(where: Where, stages: (pipe: Pipeline) => Pipeline, limit: number): Promise<R[]> {
      const pipe = collection().aggregate().match(where) as unknown as Pipeline;
      return (await (stages(pipe).limit(limit) as unknown as Ending<R>).end()).list;
    },

    async count(where: Where): Promise<number> {
      return ((await collection().where(where).count()) as { total: number }).total;
    },

    /** False when a row with this `_id` (or unique key) is there already. */
    async add(row: T): Promise<boolean> {
      return unlessDuplicate(() => collection().add({ data: row }));
    },

    /** One request for many rows; false when one of them is there already, then some may have been written. */
    async addMany(rows: T[]): Promise<boolean> {
      return unlessDuplicate(() => collection().add({ data: rows }));
    },

    /** How many rows changed; `where` holds the state expected, so 0 means somebody else was first. */
    async update(where: Where, patch: Patch<T>): Promise<number> {
      const reply = await collection()
        .where(where)
        .update({ data: whole(patch) });
      return (reply as { stats: { updated: number } }).stats.updated;
    },

    async remove(where: Where): Promise<number> {
      return ((await collection().where(where).remove()) as { stats: { removed: number } }).stats.removed;
    },

    tx: {
      async get(tx: Tx, id: string): Promise<T | null> {
        return (await inTx(tx).doc(id).get()).data as T | null;
      },
      async update(tx: Tx, id: string, patch: Patch<T>): Promise<void> {
        await inTx(tx)
          .doc(id)
          .update({ data: whole(patch) });
      },
      async add(tx: Tx, row: T): Promise<void> {
        await inTx(tx).add({ data: row });
      },
    },
  };
}

interface Running extends Tx {
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Runs `work` in a transaction, again on conflict (at most 4 times, waiting 20, 60, 180 ms). */
export async function transact<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
  for (let wait = 20; ; wait *= 3) {
    const tx = (await db.startTransaction()) as unknown as Running;
    try {
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      await tx.rollback().catch(() => undefined);
      if (!isTransactionConflict(error) || wait > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

async function unlessDuplicate(write: () => unknown): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** CloudBase merges a nested object in an update; a row's field is always replaced as a whole. */
function whole(patch: object): object {
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, isPlain(value) ? _.set(value) : value]),
  );
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
