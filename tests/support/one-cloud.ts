import { startOurs } from '../../scripts/local';
import { personas } from '../../scripts/personas';
import type { LocalCloud } from '../../local-cloud';

/** The local cloud of one test worker, as a process of its own; tells its address and ends with who started it. */
async function main() {
  const cloud: LocalCloud = await startOurs({
    control: true,
    timers: false,
    synchronous: 'OFF',
    site: 'dist/h5',
    json: { '/personas.json': () => personas(cloud) },
  });
  process.once('disconnect', () => void cloud.stop().then(() => process.exit(0)));
  process.send?.(cloud.url);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
