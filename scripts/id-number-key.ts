import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Seals nothing that outlives the run: a cloud without a data folder loses its rows on stop. */
const FLEETING = '0'.repeat(63).concat('1');

/** The key for ID numbers (server/kit/id-number.ts) of a local data folder, made on the first start; owner-readable only. */
export function idNumberKey(dataDir?: string): string {
  if (process.env.ID_NUMBER_KEY) return process.env.ID_NUMBER_KEY;
  if (!dataDir) return FLEETING;
  const file = path.join(dataDir, 'id-number.key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32).toString('hex');
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
