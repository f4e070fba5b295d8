import { once } from 'node:events';
import type { Started } from './start';

export default async function stop(): Promise<void> {
  const started = globalThis as { localClouds?: Promise<Started[]> };
  const clouds = (await started.localClouds) ?? [];
  delete started.localClouds;
  await Promise.all(
    clouds.map(async ({ process: cloud }) => {
      if (!cloud.connected) return;
      const ended = once(cloud, 'exit');
      cloud.disconnect();
      await ended;
    }),
  );
}
