import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeSandbox } from './support/sandbox';
import { makeWx } from './support/world';
import { makeCanvas } from './support/wx/canvas';
import { Files } from './support/wx/files';
import { Interface } from './support/wx/interface';
import { Network } from './support/wx/network';
import { storageApis } from './support/wx/storage';

/** The stand-in is as poor and as strict as the phone: what passes here must not fail there. */

let dir = '';
beforeAll(() => (dir = mkdtempSync(path.join(tmpdir(), 'liaison-phone-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let made = 0;
function run(code: string, now = 0): unknown {
  const file = `script-${(made += 1)}`;
  writeFileSync(path.join(dir, `${file}.js`), `module.exports = ${code};`);
  const onError = (error: unknown) => {
    throw error;
  };
  return makeSandbox({ dir, globals: {}, now: () => now, onError }).require(file);
}

test.each([
  'Intl',
  'crypto',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'structuredClone',
  'Buffer',
  'fetch',
  'Blob',
  'window',
  'document',
  'process',
  'localStorage',
  'require.main',
  'WebAssembly',
])('the phone has no %s', (name) => expect(run(`typeof ${name}`)).toBe('undefined'));

test.each([
  'eval("1")',
  'new Function("return 1")()',
  'Function("return 1")()',
  '(() => {}).constructor("return 1")()',
])('the phone refuses %s', (code) =>
  expect(() => run(code)).toThrow(/Code generation from strings disallowed/),
);

test.each([
  ['2026-11-21 10:00', NaN],
  ['2026-11-21T10:00:00.000Z', Date.parse('2026-11-21T10:00:00.000Z')],
  ['2026/11/21 10:00', new Date('2026/11/21 10:00').getTime()],
])('new Date(%j) is what an iPhone makes of it', (text, time) =>
  expect(run(`new Date(${JSON.stringify(text)}).getTime()`)).toBe(time),
);

test('now is what this phone’s clock says', () =>
  expect(run('[Date.now(), new Date().getTime()]', 42)).toEqual([42, 42]));

test('the bundle reaches no file outside itself', () =>
  expect(() => run('require("../../etc/passwd")')).toThrow(/outside itself/));

test('an API nobody stood in for fails by its name', () => {
  const missing: string[] = [];
  const nothing = () => undefined;
  const { wx } = makeWx({
    openid: 'openid-somebody',
    stored: new Map(),
    files: new Files(),
    network: new Network(),
    face: new Interface(),
    canvas: makeCanvas(new Files()),
    screen: { width: 375, height: 812 },
    launch: {},
    routes: {},
    later: nothing,
    onError: nothing,
    missing: (name) => missing.push(name),
  });
  expect(() => (wx as Record<string, () => void>).openBluetoothAdapter?.()).toThrow(
    /wx\.openBluetoothAdapter/,
  );
  expect(missing).toEqual(['openBluetoothAdapter']);
  expect((wx as Record<string, unknown>).webpackJsonp).toBeUndefined();
});

test('storage takes 1 MB a key and 10 MB in all', () => {
  const { sync } = storageApis(new Map());
  const megabyte = 'x'.repeat(1024 * 1024 - 2);
  expect(() => sync.setStorageSync('large', `${megabyte}x`)).toThrow(/exceed/);
  for (let i = 0; i < 9; i += 1) sync.setStorageSync(`key-${i}`, megabyte);
  sync.setStorageSync('key-8', megabyte);
  sync.setStorageSync('key-9', megabyte.slice(100));
  expect(() => sync.setStorageSync('one more', 'x'.repeat(200))).toThrow(/10Mb/);
});
