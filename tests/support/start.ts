import { build } from '../../scripts/builds';
import { startOurs } from '../../scripts/local';
import { personas } from '../../scripts/personas';
import type { LocalCloud } from '../../local-cloud';

/** Two jest workers at most, a local cloud for each; started once a run and kept warm. */
const WORKERS = 2;
const started = globalThis as { localClouds?: Promise<LocalCloud[]> };

export default async function start(): Promise<void> {
  started.localClouds ??= build('functions').then(() =>
    Promise.all(
      Array.from({ length: WORKERS }, async () => {
        const cloud: LocalCloud = await startOurs({
          control: true,
          timers: false,
          synchronous: 'OFF',
          site: 'dist/h5',
          json: { '/personas.json': () => personas(cloud) },
        });
        return cloud;
      }),
    ),
  );
  process.env.LOCAL_CLOUDS = (await started.localClouds).map(({ url }) => url).join(' ');
}
