import Database from 'libsql';

export type Row = Record<string, unknown>;
type Bind = Array<string | number | Buffer | null>;

/** One SQLite connection with its prepared statements. */
export class Sql {
  readonly #db: ReturnType<typeof open>;
  readonly #statements = new Map<string, ReturnType<ReturnType<typeof open>['prepare']>>();

  constructor(file: string, synchronous: 'FULL' | 'OFF') {
    this.#db = open(file);
    this.#db.exec('PRAGMA journal_mode=WAL');
    this.#db.exec(`PRAGMA synchronous=${synchronous}`);
    this.#db.exec('PRAGMA busy_timeout=10000');
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  run(sql: string, bind: Bind = []): { changes: number; rid: number } {
    const { changes, lastInsertRowid } = this.#prepare(sql).run(bind);
    return { changes, rid: Number(lastInsertRowid) };
  }

  all(sql: string, bind: Bind = []): Row[] {
    return this.#prepare(sql).all(bind) as Row[];
  }

  get(sql: string, bind: Bind = []): Row | undefined {
    return this.all(sql, bind)[0];
  }

  /** Runs `work` in one immediate transaction; an error undoes all of it. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Forgets prepared statements, which hold tables that are to be dropped. */
  forget(): void {
    this.#statements.clear();
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string) {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}

const open = (file: string) => new Database(file);
