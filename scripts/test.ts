import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from './builds';
import { chromiumPath } from './chromium';

/**
 * `npm test`: builds, types, lint with the arrows and every jest project; ends with a plain line of what passed.
 * What needs no built face is tested while the faces are built. Nothing that fails keeps the rest from running.
 */

interface Count {
  passed: number;
  failed: number;
  /** What to look for further up. */
  names?: string[];
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

async function main() {
  await build('functions');
  const [aside, logic] = await Promise.all([
    buildAndCheck(),
    // Two at work beside a build; alone on the machine the number of jest.config.mjs is better.
    tests('logic', ['unit', 'local-cloud', 'server'], ['--maxWorkers=2']),
  ]);
  const browser = chromiumPath() !== null;
  const counts = [
    ...aside,
    logic,
    await tests('faces', browser ? ['weapp', 'journeys'] : ['weapp']),
    ...(browser ? [] : [withoutBrowser()]),
  ];
  const names = counts.flatMap((count) => count.names ?? []);
  if (names.length > 0) console.log(`没有通过：\n${names.map((name) => `  ${name}`).join('\n')}`);
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

/** One after the other: each takes about one core. */
async function buildAndCheck(): Promise<Count[]> {
  const counts: Count[] = [];
  for (const target of ['weapp', 'h5'] as const) {
    const fault = await build(target).then(() => null, String);
    if (fault !== null) {
      console.log(fault);
      counts.push({ passed: 0, failed: 1, names: [`构建 ${target}`] });
    }
  }
  counts.push(await step('类型检查', 'node_modules/typescript/bin/tsc', ['-p', '.']));
  counts.push(
    await step('代码规范与依赖方向', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  );
  return counts;
}

/** Says everything at its end, so that it does not mix with what runs beside it. */
async function step(words: string, script: string, args: string[]): Promise<Count> {
  let said = '';
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const ok = await ended(child);
  console.log(ok ? `${words}：通过` : `${words}：没有通过\n${said}`);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, names: [words] };
}

const ended = (child: ReturnType<typeof spawn>): Promise<boolean> =>
  new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });

async function tests(name: string, projects: string[], args: string[] = []): Promise<Count> {
  const report = `dist/.jest-${name}.json`;
  rmSync(report, { force: true });
  const asked = ['--json', `--outputFile=${report}`, '--selectProjects', ...projects];
  const jest = ['node_modules/jest/bin/jest.js', ...args, ...asked];
  const ok = await ended(spawn(process.execPath, jest, { stdio: 'inherit' }));
  if (!existsSync(report)) return { passed: 0, failed: 1, names: [projects.join('、')] };
  const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const failed = read.numFailedTests + read.numRuntimeErrorTestSuites;
  return {
    passed: read.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    names: read.testResults.filter(({ status }) => status === 'failed').flatMap(failures),
  };
}

/** Names of the tests of a file that failed; the file itself when it could not be run. */
function failures({ name, assertionResults }: Report['testResults'][number]): string[] {
  const file = name.replace(`${process.cwd()}/`, '');
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file}: ${fullName}`);
}

function withoutBrowser(): Count {
  console.log('浏览器流程测试没有运行：没有找到 Chrome 或 Chromium。');
  console.log(
    '安装：Debian/Ubuntu 用 apt-get install chromium fonts-noto-cjk；其他系统安装 Chrome，或用 CHROMIUM_PATH 指明位置。',
  );
  return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0 };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
