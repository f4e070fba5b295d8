import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from './row';

const READY = '联络通已启动';

/** How long `npm start` takes with everything built and its data there; wall-clock, so it only informs. */
export async function secondStartRows(port: number): Promise<Row[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'liaison-bench-'));
  try {
    await start(port, dir);
    return [{ name: 'second start', value: (await start(port, dir)) / 1000, unit: 's' }];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Milliseconds until it says it is ready; it is stopped then. */
function start(port: number, dataDir: string): Promise<number> {
  const from = Date.now();
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let ready = NaN;
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (Number.isNaN(ready) && said.includes(READY)) {
        ready = Date.now() - from;
        child.kill('SIGINT');
      }
    });
    child.on('error', reject);
    child.on('close', () =>
      Number.isNaN(ready) ? reject(new Error(`npm start stopped:\n${said}`)) : resolve(ready),
    );
  });
}
