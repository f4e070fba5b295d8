import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { startLocalCloud } from '../../local-cloud';
import type { FunctionSpec, LocalCloud, LocalCloudOptions } from '../../local-cloud';
import { REMOTE, remoteCloud, remoteEnvironment } from './remote';

const ROOT = path.resolve(__dirname, '../..');

/** The real SDKs, bundled once per version so that a worker starts fast. */
function sdkBundle(name: string): string {
  const folder = path.join(tmpdir(), 'liaison-sdk-bundle');
  const manifest = readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const file = path.join(folder, `${name.replace(/[@/]/g, '_')}-${version}.js`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const part = `${file}.${process.pid}.part.js`;
    buildSync({
      stdin: { contents: `module.exports = require('${name}')`, resolveDir: ROOT },
      bundle: true,
      platform: 'node',
      target: 'node20',
      minify: true,
      external: ['tcb-admin-node'],
      outfile: part,
      logLevel: 'error',
    });
    renameSync(part, file);
  }
  return file;
}

const made: string[] = [];

/** A function folder whose index.js is the given source; `sdk` in it is the real wx-server-sdk, initialised. */
export function functionFolder(source: string, config: object = {}): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'local-cloud-function-'));
  made.push(dir);
  writeFileSync(
    path.join(dir, 'index.js'),
    `const sdk = require(${JSON.stringify(sdkBundle('wx-server-sdk'))});
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
const nodeSdk = () => require(${JSON.stringify(sdkBundle('@cloudbase/node-sdk'))});
const db = sdk.database({ throwOnNotFound: false });
const strict = sdk.database();
const _ = db.command;
const $ = db.command.aggregate;
const plainError = (e) => ({ errCode: e.errCode, code: e.code, message: String(e.message) });
${source}`,
  );
  writeFileSync(path.join(dir, 'config.json'), JSON.stringify(config));
  return dir;
}

/** Runs JavaScript sent by the test: `event.run` is the body of an async function. */
export const RUNNER = `
exports.main = async (event, context) => {
  const AsyncFunction = (async () => {}).constructor;
  const run = new AsyncFunction('db', '_', '$', 'sdk', 'strict', 'event', 'context', 'plainError', 'nodeSdk', event.run);
  return run(db, _, $, sdk, strict, event, context, plainError, nodeSdk);
};`;

export interface TestCloud extends LocalCloud {
  /** Runs code in the function `run` with the real SDK and gives back what it returns. */
  run<T = unknown>(code: string, data?: Record<string, unknown>, openid?: string): Promise<T>;
}

/**
 * The `test` of what only the local cloud has: its control, its clock, its addresses. Against a real environment
 * (REMOTE=1) these are skipped, and the file's list of tests says why.
 */
export function localOnly(why: string): jest.It {
  if (!REMOTE) return test;
  test.skip(`skipped against a real environment: ${why}`, () => undefined);
  return test.skip;
}

/**
 * A cloud for a test file: control mode, no timers, fast disk, a function `run`.
 * With REMOTE=1 a real environment, which knows `run`, `call`, `insert`, `find` and `reset` only.
 */
export async function testCloud(
  options: Partial<LocalCloudOptions> = {},
  config: object = {},
): Promise<TestCloud> {
  const runner: FunctionSpec = { name: 'run', dir: functionFolder(RUNNER, config), timeoutMs: 20_000 };
  const collections = options.collections ?? [{ name: 'things', indexes: [] }];
  if (REMOTE) return withRun(await remoteCloud(remoteEnvironment(process.env), runner.dir, collections));
  const cloud = await startLocalCloud({
    synchronous: 'OFF',
    control: true,
    timers: false,
    ...options,
    collections,
    functions: [runner, ...(options.functions ?? [])],
  });
  return withRun(cloud);
}

/** Adds `run` to a cloud. */
export function withRun(cloud: LocalCloud): TestCloud {
  return Object.assign(cloud, {
    run: async <T>(code: string, data: Record<string, unknown> = {}, openid = 'o-tester'): Promise<T> => {
      const reply = await cloud.call('run', { ...data, run: code }, { openid });
      if (reply.errCode !== undefined) throw new Error(reply.errMsg);
      return reply.result as T;
    },
  });
}

afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});
