import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build } from './builds';
import { chromiumPath } from './chromium';

/** `npm test`: types, lint with the arrows, then every jest project; ends with a plain line of what passed. */

interface Count {
  passed: number;
  failed: number;
}

const REPORT = 'dist/.jest.json';

async function main() {
  for (const target of ['functions', 'weapp', 'h5'] as const) await build(target);
  const browser = chromiumPath() !== null;
  const counts = [
    step('类型检查', 'node_modules/typescript/bin/tsc', ['-p', '.']),
    step('代码规范与依赖方向', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    tests(browser ? [] : ['--ignoreProjects', 'journeys']),
    ...(browser ? [] : [withoutBrowser()]),
  ];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

const run = (script: string, args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status === 0;

function step(words: string, script: string, args: string[]): Count {
  console.log(`${words}…`);
  return run(script, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(args: string[]): Count {
  rmSync(REPORT, { force: true });
  const ok = run('node_modules/jest/bin/jest.js', ['--json', `--outputFile=${REPORT}`, ...args]);
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numRuntimeErrorTestSuites: number;
  };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
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
