import { build } from '../../scripts/builds';
import { startOurs } from '../../scripts/local';
import type { LocalCloud } from '../../local-cloud';

/** Two jest workers at most, a local cloud for each; started once a run and kept warm. */
const WORKERS = 2;
const started = globalThis as { localClouds?: Promise<LocalCloud[]> };

export default async function start(): Promise<void> {
  started.localClouds ??= build('functions').then(() =>
    Promise.all(
      Array.from({ length: WORKERS }, () =>
        startOurs({ control: true, timers: false, synchronous: 'OFF', site: 'dist/h5' }),
      ),
    ),
  );
  process.env.LOCAL_CLOUDS = (await started.localClouds).map(({ url }) => url).join(' ');
}
