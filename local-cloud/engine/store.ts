import type { CollectionSpec, IndexSpec } from '../types';
import { collectionMissing, duplicateKey, invalidParam } from '../errors';
import { COLLECTION_NAME, INDEXES_PER_COLLECTION_MAX } from '../limits';
import { decodeDoc, encodeDoc } from '../value/ejson';
import { encodeKey } from '../value/key';
import type { Doc, Maybe, Value } from '../value/value';
import { checkIndexSpec, indexKeys } from './index-keys';
import { Sql } from './sql';

export interface Index {
  id: number;
  spec: IndexSpec;
  /** Bit i: some document has (had) an array at field i. */
  multi: number;
}

export interface Collection {
  id: number;
  name: string;
  indexes: Index[];
}

export interface Stored {
  rid: number;
  doc: Doc;
}

/**
 * Documents and index rows in SQLite. One table of documents per collection, one of keys per index;
 * keys are bytes whose order is MongoDB's order, so that SQLite only ever compares blobs.
 */
export class Store {
  readonly sql: Sql;
  readonly #collections = new Map<string, Collection>();

  constructor(
    readonly file: string,
    readonly synchronous: 'FULL' | 'OFF',
  ) {
    this.sql = new Sql(file, synchronous);
    this.sql.exec(
      'CREATE TABLE IF NOT EXISTS collection (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL)',
    );
    this.sql.exec(
      'CREATE TABLE IF NOT EXISTS ix (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec TEXT NOT NULL, multi INTEGER NOT NULL)',
    );
    for (const row of this.sql.all('SELECT id, name FROM collection')) {
      const id = Number(row.id);
      const indexes = this.sql
        .all('SELECT id, spec, multi FROM ix WHERE collection=? ORDER BY id', [id])
        .map((ix) => ({
          id: Number(ix.id),
          spec: JSON.parse(String(ix.spec)) as IndexSpec,
          multi: Number(ix.multi),
        }));
      this.#collections.set(String(row.name), { id, name: String(row.name), indexes });
    }
  }

  names(): string[] {
    return [...this.#collections.keys()];
  }

  /** The collection, or the platform's error. */
  collection(name: unknown): Collection {
    const found = typeof name === 'string' ? this.#collections.get(name) : undefined;
    if (found === undefined) throw collectionMissing(String(name));
    return found;
  }

  create(name: string): Collection {
    if (!COLLECTION_NAME.test(name)) throw invalidParam(`collection name ${name} is invalid`);
    const known = this.#collections.get(name);
    if (known !== undefined) return known;
    const id = this.sql.run('INSERT INTO collection (name) VALUES (?)', [name]).rid;
    this.sql.exec(
      `CREATE TABLE doc_${id} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    );
    const made: Collection = { id, name, indexes: [] };
    this.#collections.set(name, made);
    return made;
  }

  /** Creates what is declared and rebuilds indexes whose declaration changed. */
  declare(specs: CollectionSpec[]): void {
    for (const spec of specs) {
      if (spec.indexes.length > INDEXES_PER_COLLECTION_MAX) throw new Error(`${spec.name}: too many indexes`);
      this.write(() => {
        const collection = this.create(spec.name);
        const wanted = new Map(spec.indexes.map((index) => [JSON.stringify(index), index]));
        if (wanted.size !== new Set(spec.indexes.map((i) => i.name)).size)
          throw new Error(`${spec.name}: two indexes of one name`);
        for (const index of collection.indexes.slice())
          if (!wanted.delete(JSON.stringify(index.spec))) this.#dropIndex(collection, index);
        for (const index of wanted.values()) this.#buildIndex(collection, index);
      });
    }
  }

  #dropIndex(collection: Collection, index: Index): void {
    this.sql.forget();
    this.sql.exec(`DROP TABLE ix_${index.id}`);
    this.sql.run('DELETE FROM ix WHERE id=?', [index.id]);
    collection.indexes = collection.indexes.filter((i) => i !== index);
  }

  #buildIndex(collection: Collection, spec: IndexSpec): void {
    checkIndexSpec(collection.name, spec);
    const row = [collection.id, JSON.stringify(spec)];
    const id = this.sql.run('INSERT INTO ix (collection, spec, multi) VALUES (?, ?, 0)', row).rid;
    this.sql.exec(
      `CREATE TABLE ix_${id} (key BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) WITHOUT ROWID`,
    );
    const index: Index = { id, spec, multi: 0 };
    collection.indexes.push(index);
    for (const { rid, doc } of this.all(collection)) this.#putKeys(collection, index, rid, doc);
  }

  /** Every document in the order of insertion, read in pages. */
  *all(collection: Collection, sql: Sql = this.sql): Generator<Stored> {
    let last = -1;
    for (let page = 128; ; page = 1024) {
      const rows = sql.all(`SELECT rid, body FROM doc_${collection.id} WHERE rid > ? ORDER BY rid LIMIT ?`, [
        last,
        page,
      ]);
      for (const row of rows) {
        last = Number(row.rid);
        yield { rid: last, doc: decodeDoc(String(row.body)) };
      }
      if (rows.length < page) return;
    }
  }

  count(collection: Collection): number {
    return Number(this.sql.get(`SELECT count(*) AS n FROM doc_${collection.id}`)?.n ?? 0);
  }

  /** True when the collection has at least `n` documents, without counting further. */
  reaches(collection: Collection, n: number): boolean {
    const row = this.sql.get(`SELECT count(*) AS n FROM (SELECT 1 FROM doc_${collection.id} LIMIT ?)`, [n]);
    return Number(row?.n ?? 0) >= n;
  }

  byId(collection: Collection, id: Maybe, sql: Sql = this.sql): (Stored & { body: string }) | undefined {
    const row = sql.get(`SELECT rid, body FROM doc_${collection.id} WHERE id=?`, [encodeKey(id)]);
    if (row === undefined) return undefined;
    const body = String(row.body);
    return { rid: Number(row.rid), body, doc: decodeDoc(body) };
  }

  /** Runs `work` in one immediate transaction; an error undoes all of it. */
  write<T>(work: () => T): T {
    try {
      return this.sql.transaction(work);
    } catch (error) {
      this.#readMulti();
      throw error;
    }
  }

  /** Runs `work` inside `write`; an error undoes only what it did. */
  attempt(work: () => void): void {
    this.sql.exec('SAVEPOINT attempt');
    try {
      work();
    } catch (error) {
      this.sql.exec('ROLLBACK TO attempt');
      this.#readMulti();
      throw error;
    } finally {
      this.sql.exec('RELEASE attempt');
    }
  }

  #readMulti(): void {
    const stored = new Map(
      this.sql.all('SELECT id, multi FROM ix').map((row) => [Number(row.id), Number(row.multi)]),
    );
    for (const collection of this.#collections.values())
      for (const index of collection.indexes) index.multi = stored.get(index.id) ?? 0;
  }

  /** Adds a document; must run inside `write`. */
  insert(collection: Collection, doc: Doc): number {
    const id = encodeKey(doc._id);
    const { changes, rid } = this.sql.run(
      `INSERT OR IGNORE INTO doc_${collection.id} (id, body) VALUES (?, ?)`,
      [id, encodeDoc(doc)],
    );
    if (changes === 0) throw duplicateKey(collection.name, '_id_', `{ : ${JSON.stringify(doc._id)} }`);
    for (const index of collection.indexes) this.#putKeys(collection, index, rid, doc);
    return rid;
  }

  /** Puts another document in the place of a stored one; must run inside `write`. */
  replace(collection: Collection, old: Stored, doc: Doc): void {
    this.sql.run(`UPDATE doc_${collection.id} SET body=? WHERE rid=?`, [encodeDoc(doc), old.rid]);
    for (const index of collection.indexes) {
      const before = indexKeys(index.spec, old.doc);
      const after = indexKeys(index.spec, doc);
      if (same(before.keys, after.keys)) {
        this.#noteMulti(index, after.multi);
        continue;
      }
      this.#removeKeys(index, old.rid, before.keys);
      this.#putKeys(collection, index, old.rid, doc, after);
    }
  }

  /** Removes a stored document; must run inside `write`. */
  remove(collection: Collection, old: Stored): void {
    this.sql.run(`DELETE FROM doc_${collection.id} WHERE rid=?`, [old.rid]);
    for (const index of collection.indexes)
      this.#removeKeys(index, old.rid, indexKeys(index.spec, old.doc).keys);
  }

  /** Takes a document out of the indexes, to be put back by `relist`; must run inside `write`. */
  unlist(collection: Collection, old: Stored): void {
    for (const index of collection.indexes)
      this.#removeKeys(index, old.rid, indexKeys(index.spec, old.doc).keys);
  }

  /** Stores the new body of an unlisted document; must run inside `write`. */
  relist(collection: Collection, old: Stored, doc: Doc): void {
    this.sql.run(`UPDATE doc_${collection.id} SET body=? WHERE rid=?`, [encodeDoc(doc), old.rid]);
    for (const index of collection.indexes) this.#putKeys(collection, index, old.rid, doc);
  }

  /** `_id` of a document that has this key in an index. */
  holderOf(collection: Collection, index: Index, key: Buffer): Value | undefined {
    const row = this.sql.get(
      `SELECT d.body AS b FROM ix_${index.id} i JOIN doc_${collection.id} d ON d.rid=i.rid WHERE i.key=? LIMIT 1`,
      [key],
    );
    return row === undefined ? undefined : (decodeDoc(String(row.b))._id ?? null);
  }

  /** Empties every collection. */
  clear(): void {
    this.write(() => {
      for (const collection of this.#collections.values()) {
        this.sql.run(`DELETE FROM doc_${collection.id}`);
        for (const index of collection.indexes) {
          this.sql.run(`DELETE FROM ix_${index.id}`);
          if (index.multi !== 0) this.sql.run('UPDATE ix SET multi=0 WHERE id=?', [index.id]);
        }
      }
    });
    for (const collection of this.#collections.values())
      for (const index of collection.indexes) index.multi = 0;
  }

  close(): void {
    this.sql.close();
  }

  #removeKeys(index: Index, rid: number, keys: Buffer[]): void {
    for (const key of keys) this.sql.run(`DELETE FROM ix_${index.id} WHERE key=? AND rid=?`, [key, rid]);
  }

  #putKeys(
    collection: Collection,
    index: Index,
    rid: number,
    doc: Doc,
    made = indexKeys(index.spec, doc),
  ): void {
    for (const key of made.keys) {
      if (index.spec.unique === true) this.#refuseDuplicate(collection, index, key, doc);
      this.sql.run(`INSERT INTO ix_${index.id} (key, rid) VALUES (?, ?)`, [key, rid]);
    }
    this.#noteMulti(index, made.multi);
  }

  /** Multikey bits only grow until the collection is cleared. */
  #noteMulti(index: Index, multi: number): void {
    if ((index.multi | multi) === index.multi) return;
    index.multi |= multi;
    this.sql.run('UPDATE ix SET multi=? WHERE id=?', [index.multi, index.id]);
  }

  #refuseDuplicate(collection: Collection, index: Index, key: Buffer, doc: Doc): void {
    if (this.sql.get(`SELECT 1 FROM ix_${index.id} WHERE key=? LIMIT 1`, [key]) === undefined) return;
    const shown = index.spec.keys.map(
      ([path]) =>
        `: ${JSON.stringify(path.split('.').reduce<Maybe>((v, p) => (Object(v) === v ? (v as Doc)[p] : undefined), doc) ?? null)}`,
    );
    throw duplicateKey(collection.name, index.spec.name, `{ ${shown.join(', ')} }`);
  }
}

function same(a: Buffer[], b: Buffer[]): boolean {
  return a.length === b.length && a.every((key, i) => key.equals(b[i] ?? Buffer.alloc(0)));
}
