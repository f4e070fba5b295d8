import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../clock';
import { CloudError } from '../errors';
import type { Sql } from '../engine/sql';
import { isRecord, parseJson } from '../value/ejson';

export interface StoredFile {
  cloudPath: string;
  size: number;
  at: number;
  /** Name on disk: random, so that no cloud path can name a place outside. */
  disk: string;
}

/** Files of the cloud: bytes in a folder, names in SQLite. */
export class FileStore {
  readonly #dir: string;
  readonly #secret: Buffer;

  constructor(
    dataDir: string,
    readonly sql: Sql,
    readonly clock: Clock,
    readonly bucket: string,
  ) {
    this.#dir = path.join(dataDir, 'files');
    mkdirSync(this.#dir, { recursive: true });
    const secret = path.join(dataDir, 'secret');
    if (!existsSync(secret)) writeFileSync(secret, randomBytes(32));
    this.#secret = readFileSync(secret);
    sql.exec('CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, size INTEGER, at INTEGER, disk TEXT)');
  }

  fileID(cloudPath: string): string {
    return `cloud://${this.bucket}/${cloudPath}`;
  }

  /** The path inside a fileID, or undefined when it is no fileID of this store. */
  pathOf(fileID: unknown): string | undefined {
    const prefix = `cloud://${this.bucket}/`;
    return typeof fileID === 'string' && fileID.startsWith(prefix) ? fileID.slice(prefix.length) : undefined;
  }

  get(cloudPath: string): StoredFile | undefined {
    const row = this.sql.get('SELECT * FROM file WHERE path=?', [cloudPath]);
    return row && { cloudPath, size: Number(row.size), at: Number(row.at), disk: String(row.disk) };
  }

  list(): StoredFile[] {
    const rows = this.sql.all('SELECT * FROM file ORDER BY at DESC LIMIT 500');
    return rows.map((row) => ({
      cloudPath: String(row.path),
      size: Number(row.size),
      at: Number(row.at),
      disk: String(row.disk),
    }));
  }

  /** Where a file's bytes are. */
  diskPath(file: StoredFile): string {
    return path.join(this.#dir, file.disk);
  }

  /** A name for bytes on their way in. */
  temporary(): string {
    return path.join(this.#dir, `${randomBytes(16).toString('hex')}.part`);
  }

  /** Makes received bytes the file at a path; the same path overwrites. */
  accept(part: string, cloudPath: string): string {
    checkCloudPath(cloudPath);
    const disk = randomBytes(16).toString('hex');
    renameSync(part, path.join(this.#dir, disk));
    const old = this.get(cloudPath);
    this.sql.run('INSERT OR REPLACE INTO file (path, size, at, disk) VALUES (?, ?, ?, ?)', [
      cloudPath,
      statSync(path.join(this.#dir, disk)).size,
      this.clock.now(),
      disk,
    ]);
    if (old !== undefined) rmSync(this.diskPath(old), { force: true });
    return this.fileID(cloudPath);
  }

  remove(cloudPath: string): boolean {
    const file = this.get(cloudPath);
    if (file === undefined) return false;
    this.sql.run('DELETE FROM file WHERE path=?', [cloudPath]);
    rmSync(this.diskPath(file), { force: true });
    return true;
  }

  clear(): void {
    if (this.sql.get('SELECT 1 FROM file LIMIT 1') === undefined) return;
    for (const row of this.sql.all('SELECT disk FROM file'))
      rmSync(path.join(this.#dir, String(row.disk)), { force: true });
    this.sql.run('DELETE FROM file');
  }

  /** A token that says something until a time and cannot be forged. */
  seal(what: Record<string, unknown>, lifeMs: number): string {
    const body = Buffer.from(JSON.stringify({ ...what, until: this.clock.now() + lifeMs })).toString(
      'base64url',
    );
    return `${body}.${this.#sign(body)}`;
  }

  /** What a token says; undefined when forged, 'expired' when too old. */
  unseal(token: string): Record<string, unknown> | 'expired' | undefined {
    const [body = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.#sign(body));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
    const what = parseJson(Buffer.from(body, 'base64url').toString());
    if (!isRecord(what)) return undefined;
    return Number(what.until) < this.clock.now() ? 'expired' : what;
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}

/** Refuses paths that CloudBase refuses, above all those that climb. */
export function checkCloudPath(cloudPath: unknown): string {
  const bad =
    typeof cloudPath !== 'string' ||
    cloudPath === '' ||
    Buffer.byteLength(cloudPath) > 850 ||
    cloudPath.startsWith('/') ||
    cloudPath.includes('\\') ||
    cloudPath.includes('//') ||
    /[\u0000-\u001f\u007f]/.test(cloudPath) ||
    cloudPath.split('/').some((part) => part === '..' || part === '.');
  if (bad) throw new CloudError('STORAGE_SIGN_PARAM_INVALID', `invalid cloudPath: ${String(cloudPath)}`);
  return cloudPath;
}
