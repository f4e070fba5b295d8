import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../../scripts/builds';

export const bundleDir = path.resolve(__dirname, '../../../dist/weapp');

const LOCK = path.resolve(__dirname, '../../../dist/.weapp.lock');
const STALE_MS = 180_000;

/** Builds the weapp bundle when it is stale; two jest workers never build at once. */
export async function ensureBundle(): Promise<string> {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  while (!take()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await build('weapp', () => undefined);
  } finally {
    rmdirSync(LOCK);
  }
  return bundleDir;
}

function take(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > STALE_MS) rmdirSync(LOCK);
    return false;
  }
}
