import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Row } from './row';

const KB = 1024;
export const MAIN_KB = 700;
export const PACKAGE_KB = 1000;

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

export interface Package {
  /** Root of a sub-package; empty for the main one. */
  root: string;
  bytes: number;
}

/** Bytes of each package as WeChat weighs them: every file below a sub-package's root is its, the rest is main. */
export function packagesOf(dir: string): Package[] {
  const json = JSON.parse(readFileSync(path.join(dir, 'app.json'), 'utf8')) as AppJson;
  const roots = [...(json.subPackages ?? []), ...(json.subpackages ?? [])].map(({ root }) =>
    root.replace(/\/$/, ''),
  );
  const bytes = new Map<string, number>([['', 0], ...roots.map((root): [string, number] => [root, 0])]);
  for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
    const info = statSync(path.join(dir, file));
    if (!info.isFile() || file.endsWith('.map')) continue;
    const root = roots.find((one) => file.split(path.sep).join('/').startsWith(`${one}/`)) ?? '';
    bytes.set(root, (bytes.get(root) ?? 0) + info.size);
  }
  return [...bytes].map(([root, size]) => ({ root, bytes: size }));
}

export const packageRows = (dir: string): Row[] =>
  packagesOf(dir).map(({ root, bytes }) => ({
    name: root === '' ? 'main package' : `package ${root}`,
    value: bytes / KB,
    unit: 'KB',
    budget: root === '' ? MAIN_KB : PACKAGE_KB,
  }));
