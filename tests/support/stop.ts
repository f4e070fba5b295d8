import type { LocalCloud } from '../../local-cloud';

export default async function stop(): Promise<void> {
  const started = globalThis as { localClouds?: Promise<LocalCloud[]> };
  const clouds = await started.localClouds;
  delete started.localClouds;
  await Promise.all((clouds ?? []).map((cloud) => cloud.stop()));
}
