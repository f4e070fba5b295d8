import { parseArgs } from 'node:util';
import { build } from './builds';
import { explain, startOurs, stopOnSignal } from './local';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { port: { type: 'string', default: '0' }, data: { type: 'string' } },
});
const port = Number(values.port);

/** `npm run cloud -- --port P --data DIR`: the local cloud alone; prints one line when it is ready. */
async function main() {
  await build('functions', () => undefined);
  const cloud = await startOurs({ port, control: true, ...(values.data && { dataDir: values.data }) });
  stopOnSignal(cloud);
  console.log(`ready ${cloud.url}`);
}

main().catch((error: unknown) => {
  console.error(explain(error, port));
  process.exit(1);
});
