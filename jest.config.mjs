import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'));

/** Aliases stand in tsconfig.json only. */
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([key, [target]]) => [
    `^${key.replace('*', '(.*)')}$`,
    `<rootDir>/${target.slice(2).replace('*', '$1')}`,
  ]),
);

const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  moduleNameMapper,
  transform: {
    '^.+\\.(ts|tsx)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

/** A project: its folders of tests; those of `cloud` talk to the local cloud of this run. */
const project = (name, folders, { cloud = false } = {}) => ({
  ...shared,
  displayName: name,
  testMatch: folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.{ts,tsx}`),
  setupFilesAfterEnv: ['<rootDir>/tests/support/quiet.ts', ...(cloud ? ['<rootDir>/tests/support/each.ts'] : [])],
  ...(cloud && { globalSetup: '<rootDir>/tests/support/start.ts', globalTeardown: '<rootDir>/tests/support/stop.ts' }),
});

export default {
  projects: [
    project('unit', ['contract', 'scripts', 'client', 'support']),
    project('local-cloud', ['local-cloud']),
    project('server', ['server'], { cloud: true }),
    project('weapp', ['weapp'], { cloud: true }),
    project('journeys', ['journeys'], { cloud: true }),
  ],
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  // One more than the cores of the smallest machine: a browser or a cloud is often waited for.
  maxWorkers: 3,
  // Ten times what the slowest test without a limit of its own takes: a slow machine fails nothing.
  testTimeout: 300_000,
};
