import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build as esbuild } from 'esbuild';
import { functionsDir } from '../builds';
import type { Row } from './row';

const RUNS = 9;
const TIMED =
  'const c=process.cpuUsage();require(process.argv[1]);const d=process.cpuUsage(c);console.log((d.user+d.system)/1e3)';

/**
 * What the `api` bundle takes to load, against a bundle that only requires the SDK; fresh processes, in turns. Time of
 * the processor: on a busy machine the clock says 130 % in one run and 155 % in the next.
 */
export async function coldLoadRows(): Promise<Row[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'liaison-bench-'));
  try {
    const bare = path.join(dir, 'bare.js');
    await esbuild({
      stdin: { contents: "module.exports = require('wx-server-sdk');", resolveDir: process.cwd() },
      outfile: bare,
      bundle: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      minify: true,
      keepNames: true,
      legalComments: 'none',
      logLevel: 'error',
    });
    const api = path.resolve(functionsDir, 'api/index.js');
    const times: Record<'api' | 'bare', number[]> = { api: [], bare: [] };
    // The first of each fills the disk cache and does not count.
    for (let i = 0; i <= RUNS; i += 1) {
      const [ours, theirs] = [load(api), load(bare)];
      if (i > 0) {
        times.api.push(ours);
        times.bare.push(theirs);
      }
    }
    return [
      {
        name: 'cold load of api ÷ wx-server-sdk alone',
        value: (100 * median(times.api)) / median(times.bare),
        unit: '%',
        budget: 150,
      },
      { name: 'cold load of api, processor time', value: median(times.api), unit: 'ms' },
      { name: 'cold load of wx-server-sdk alone, processor time', value: median(times.bare), unit: 'ms' },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const load = (file: string): number =>
  Number(execFileSync(process.execPath, ['-e', TIMED, file], { encoding: 'utf8' }));

const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
