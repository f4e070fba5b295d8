import path from 'node:path';
import { collections } from '../config/database';
import { localTemplateIds, templates } from '../config/templates';
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../local-cloud';
import { pagePaths, tabs } from '../src/routes';
import { functionNames, functionsDir } from './builds';
import { idNumberKey } from './id-number-key';

/** Seconds a deployed function may run; CloudBase's limit is 60 (platform.md §4). */
const TIMEOUT_MS = { api: 20_000 } as const;

/** The local cloud with our functions, collections, templates and pages handed to it. */
export const startOurs = (options: Partial<LocalCloudOptions>): Promise<LocalCloud> =>
  startLocalCloud({
    functions: functionNames().map((name) => ({
      name,
      dir: path.resolve(functionsDir, name),
      timeoutMs: name === 'api' ? TIMEOUT_MS.api : 60_000,
    })),
    collections,
    templates,
    env: {
      TEMPLATE_IDS: JSON.stringify(localTemplateIds),
      ID_NUMBER_KEY: idNumberKey(options.dataDir),
    },
    pages: [...Object.values(tabs).map(({ path }) => path), ...Object.values(pagePaths)],
    ...options,
  });

/** Says in Chinese what kept it from starting. */
export function explain(error: unknown, port: number): string {
  if ((error as { code?: string }).code === 'EADDRINUSE') {
    return `端口 ${port} 已被占用。请关掉占用它的程序，或换一个端口：PORT=${port + 1} npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function stopOnSignal(cloud: LocalCloud): void {
  const stop = () => void cloud.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
