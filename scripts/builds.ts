import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build as esbuild } from 'esbuild';

/** Builds what a hash over the sources says is stale (decision D13), so that an unchanged start never calls Taro. */

export type Target = 'functions' | 'h5' | 'weapp';

const CLIENT = ['src', 'contract', 'config', 'types', 'babel.config.js'];
const SERVER = ['server', 'contract', 'cloudfunctions', 'config/database.ts'];
const SHARED = ['package-lock.json', 'tsconfig.json', 'scripts/builds.ts'];
const ENVIRONMENT = ['CLOUD_ENV'];

export const functionsDir = 'dist/cloudfunctions';
export const functionNames = () =>
  readdirSync('cloudfunctions').filter((name) => existsSync(`cloudfunctions/${name}/index.ts`));

/** Builds `target` unless nothing changed since; says so on the way. */
export async function build(target: Target, say: (line: string) => void = console.log): Promise<void> {
  const stamp = `dist/.${target}.hash`;
  const now = hashOf(target === 'functions' ? SERVER : CLIENT);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const start = Date.now();
  say(`正在构建 ${target}…`);
  mkdirSync('dist', { recursive: true });
  rmSync(stamp, { force: true });
  await (target === 'functions' ? buildFunctions() : taro(target));
  writeFileSync(stamp, now);
  say(`已构建 ${target}，用时 ${((Date.now() - start) / 1000).toFixed(1)} 秒`);
}

async function buildFunctions(): Promise<void> {
  rmSync(functionsDir, { recursive: true, force: true });
  for (const name of functionNames()) {
    const out = `${functionsDir}/${name}`;
    await esbuild({
      entryPoints: [`cloudfunctions/${name}/index.ts`],
      outfile: `${out}/index.js`,
      bundle: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      minify: true,
      keepNames: true,
      legalComments: 'none',
      logLevel: 'error',
    });
    cpSync(`cloudfunctions/${name}/config.json`, `${out}/config.json`);
    writeFileSync(
      `${out}/package.json`,
      `${JSON.stringify({ name, version: '1.0.0', main: 'index.js', dependencies: {} }, null, 2)}\n`,
    );
  }
}

function taro(type: 'h5' | 'weapp'): Promise<void> {
  rmSync(`dist/${type}`, { recursive: true, force: true });
  const child = spawn(
    process.execPath,
    ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', type, '--no-check'],
    {
      env: { ...process.env, NODE_ENV: 'production', TARO_ENV: type, BUILD_SUFFIX: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  child.stdout.on('data', (chunk) => (log += String(chunk)));
  child.stderr.on('data', (chunk) => (log += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const wanted = type === 'h5' ? 'dist/h5/index.html' : 'dist/weapp/app.js';
      if (code === 0 && existsSync(wanted)) resolve();
      else reject(new Error(`taro build --type ${type} failed\n${log.slice(-4000)}`));
    });
  });
}

function hashOf(places: string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of ENVIRONMENT) hash.update(`${name}=${process.env[name] ?? ''}`);
  for (const file of [...places, ...SHARED].flatMap(filesUnder)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}
