import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../../scripts/builds';

export const bundleDir = path.resolve(__dirname, '../../../dist/weapp');

const LOCK = path.resolve(__dirname, '../../../dist/.weapp.lock');
const STALE_MS = 180_000;

/** Names the run of jest that looked last: the clouds of a run are its own. */
const RUN = path.resolve(__dirname, '../../../dist/.weapp.run');
const thisRun = process.env.LOCAL_CLOUDS ?? '';

/**
 * Builds the weapp bundle when it is stale. Two jest workers never build at once, and a run builds once at most: a source
 * changed meanwhile must not take the bundle away from the tests that are using it.
 */
export async function ensureBundle(): Promise<string> {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  while (!take()) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    const looked = existsSync(RUN) && existsSync(bundleDir) && readFileSync(RUN, 'utf8') === thisRun;
    if (!looked) await build('weapp', () => undefined);
    writeFileSync(RUN, thisRun);
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
