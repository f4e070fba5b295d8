import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { indexKeys } from '../../local-cloud/engine/index-keys';
import { Store } from '../../local-cloud/engine/store';

/** KILLS=100 for the long run. */
const rounds = Number(process.env.KILLS ?? 5);

/** Writes in another process until killed; gives the last acknowledged number. */
function writeAndKill(file: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'kill-writer.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = -1;
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (rest === '' && last === -1) setTimeout(() => child.kill('SIGKILL'), afterMs);
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    last = Number(lines.pop() ?? last);
  });
  return new Promise((resolve) => child.on('close', () => resolve(last)));
}

test('killed at any moment: nothing acknowledged is lost, nothing is half applied', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-kill-'));
  const file = path.join(folder, 'k.db');
  for (let round = 0; round < rounds; round++) {
    const acknowledged = await writeAndKill(file, Math.random() * 60);
    expect(acknowledged).toBeGreaterThanOrEqual(0);
    const store = new Store(file, 'FULL');
    const rows = store.collection('rows');
    const docs = [...store.all(rows)];
    const count = Number(store.byId(rows, 'total')?.doc.count);
    expect(count).toBeGreaterThanOrEqual(acknowledged + 1);
    expect(docs).toHaveLength(count + 1);
    for (const index of rows.indexes) {
      const kept = store.sql.get(`SELECT count(*) AS n FROM ix_${index.id}`)?.n;
      expect(kept).toBe(docs.reduce((n, { doc }) => n + indexKeys(index.spec, doc).keys.length, 0));
    }
    expect(store.sql.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    store.close();
  }
  rmSync(folder, { recursive: true, force: true });
}, 600_000);
