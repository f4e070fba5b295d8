import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { build } from '../../scripts/builds';

export interface Started {
  process: ChildProcess;
  url: string;
}
const started = globalThis as { localClouds?: Promise<Started[]> };

/**
 * A local cloud for each jest worker, started once a run and kept warm. Each is a process of its own: in one process a
 * test that keeps its cloud busy would keep the other's waiting, up to the SDK's time-out.
 */
export default async function start({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  started.localClouds ??= build('functions').then(() => startAll(maxWorkers));
  process.env.LOCAL_CLOUDS = (await started.localClouds).map(({ url }) => url).join(' ');
}

/** Bundled once, so that each starts in a quarter of a second. */
async function startAll(count: number): Promise<Started[]> {
  const file = path.resolve(`dist/.cloud-${process.pid}.js`);
  await esbuild({
    entryPoints: [path.join(__dirname, 'one-cloud.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  try {
    return await Promise.all(Array.from({ length: count }, () => startOne(file)));
  } finally {
    rmSync(file);
  }
}

function startOne(file: string): Promise<Started> {
  const child = fork(file, { execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('message', (url) => resolve({ process: child, url: url as string }));
    child.once('exit', (code) =>
      reject(new Error(`the local cloud ended before it started, code ${code ?? 'none'}`)),
    );
  });
}
