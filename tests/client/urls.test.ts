import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Nothing personal in an address or a log (decision D10): addresses go into histories, cards, codes and messages. */

const root = path.resolve(__dirname, '../..');
const sourcesIn = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({
      file: `${folder}/${file}`,
      text: readFileSync(path.join(root, folder, file), 'utf8'),
    }));

const client = sourcesIn('src');
const server = ['server', 'cloudfunctions', 'contract'].flatMap(sourcesIn);

/** Ids, codes and what a page shows; a unit's name and its region are the office's own words. Whoever adds one says so. */
const ALLOWED =
  /^(\w+Id|scene|code|day|key|kind|show|version|vacant|shelf|from|to|by|hostId|name|region|\.\.\.\w+)$/;
/** A name in an address is a unit's. */
const NAMED = ['src/features/unit/unit-file.tsx'];

interface Param {
  file: string;
  key: string;
}

const keysOf = (braces: string): string[] =>
  braces
    .replace(/\{[^{}]*\}/g, '')
    .split(',')
    .map((part) => (part.split(/[:=]/)[0] ?? '').trim())
    .filter(Boolean);

const all = (texts: typeof client, pattern: RegExp): Param[] =>
  texts.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].flatMap(([, braces = '']) => keysOf(braces).map((key) => ({ file, key }))),
  );

const passed = all(client, /\b(?:go|replace|urlOf)\(\s*'[a-z]+\.[A-Za-z]+',\s*\{([^}]*)\}/g);
const taken = all(client, /const \{([^}]*)\} = (?:useRouter\(\)\.)?params/g);

it('pages pass each other ids and codes only', () => {
  expect(passed.length).toBeGreaterThan(40);
  expect(taken.length).toBeGreaterThan(25);
  expect([...passed, ...taken].filter(({ key }) => key !== 'params' && !ALLOWED.test(key))).toEqual([]);
  expect([...new Set(passed.filter(({ key }) => key === 'name').map(({ file }) => file))]).toEqual(NAMED);
});

it('messages, cards and links the server makes lead to ids and codes only', () => {
  const queries = server.flatMap(({ file, text }) =>
    [...text.matchAll(/[?&]([A-Za-z]+)=\$\{/g)].map(([, key = '']) => ({ file, key })),
  );
  expect(queries.length).toBeGreaterThan(3);
  expect(queries.filter(({ key }) => !ALLOWED.test(key) || key === 'name')).toEqual([]);
});

it('the server logs what failed in two places, which quote no row (tests/server/privacy/leaks.test.ts); the client nothing', () => {
  const logging = (texts: typeof client) =>
    texts.filter(({ text }) => /\bconsole\./.test(text)).map(({ file }) => file);
  expect(logging(server).sort()).toEqual(['server/kit/serve-timer.ts', 'server/kit/serve.ts']);
  expect(logging(client)).toEqual([]);
});
