// Entry of every npm command: installs what is missing, then runs scripts/<name>.ts. Node ≥ 20 and nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `需要 Node.js 20 或更新版本，现在是 ${process.versions.node}。请从 https://nodejs.org 安装。`,
  );
  process.exit(1);
}
install();

const require = createRequire(import.meta.url);
require('tsx/cjs/api').register();
require(resolve(root, 'scripts', `${process.argv[2]}.ts`));

/** Runs npm ci when the lock file is not the one that was installed. */
function install() {
  const stamp = resolve(root, 'node_modules/.installed');
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('正在安装依赖（首次约需1分钟）…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=http'], {
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(npm.stderr.split('\n').slice(-30).join('\n'));
    console.error('依赖没有装好，请检查网络后重试。');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
