import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MAIN_KB, PACKAGE_KB, packagesOf } from '../../scripts/bench/packages';
import { pagePaths } from '../../src/routes';
import { bundleDir, usePhones } from './support';

usePhones();

const scripts = () =>
  readdirSync(bundleDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));

test('the main package stays below 700 KB, every sub-package below 1,000 KB', () => {
  const packages = packagesOf(bundleDir).map(({ root, bytes }) => ({ root, kb: bytes / 1024 }));
  expect(packages.length).toBeGreaterThan(1);
  const tooLarge = packages.filter(({ root, kb }) => kb > (root === '' ? MAIN_KB : PACKAGE_KB));
  expect(tooLarge).toEqual([]);
});

test('no script of the bundle makes code from text', () => {
  const making = scripts().filter((file) => {
    const code = readFileSync(path.join(bundleDir, file), 'utf8');
    // core-js and webpack ask for the global object with Function("return this")() inside try, or as a last resort.
    const without = code.replace(/Function\(["']return this["']\)\(\)/g, '');
    return /\bnew Function\b|[^.\w]eval\(|[^.\w]Function\(["'`]/.test(without);
  });
  expect(making).toEqual([]);
});

test('no script of the bundle holds server code or secrets of the build', () => {
  const leaking = scripts().filter((file) => {
    const code = readFileSync(path.join(bundleDir, file), 'utf8');
    return /wx-server-sdk|pinyin-pro|TENCENTCLOUD_|\/work\/main|sourceMappingURL/.test(code);
  });
  expect(leaking).toEqual([]);
});

test('every page of routes.ts is in the bundle, with its configuration', () => {
  const missing = Object.values(pagePaths).filter(
    (page) =>
      !scripts()
        .map((file) => file.split(path.sep).join('/'))
        .includes(`${page}.js`),
  );
  expect(missing).toEqual([]);
});
