import type { AddressInfo } from 'node:net';
import { Cloud } from './cloud';
import { controlOf } from './control';
import { startTimers } from './functions/timers';
import { makeServer } from './http/server';
import type { LocalCloud, LocalCloudOptions } from './types';

export { connectLocalCloud } from './connect';
export type * from './types';

/** Starts an embedded CloudBase; rejects with EADDRINUSE when the port is taken. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const host = options.host ?? '127.0.0.1';
  const cloud = new Cloud(options);
  const control = controlOf(cloud);
  const server = makeServer(cloud, control);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, host, () => resolve());
    });
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  cloud.url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const stopTimers = options.timers === false ? () => undefined : startTimers(cloud);
  const stop = async () => {
    stopTimers();
    await cloud.functions.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await cloud.stop();
  };
  return { ...control, url: cloud.url, port, stop };
}
