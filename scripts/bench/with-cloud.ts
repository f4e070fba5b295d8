import { outboxRows } from './outbox';
import { paperRows } from './paper';
import { requestRows } from './requests';
import { setDataRows } from './set-data';
import { statisticsRows } from './statistics';
import { transactionRows } from './transactions';

/**
 * The figures that need a cloud, as JSON. A process of its own: the factories and phones of the tests connect to the
 * cloud named in the environment as soon as they are loaded.
 */
async function main(): Promise<void> {
  const rows = [
    ...(await requestRows()),
    ...(await transactionRows()),
    ...(await setDataRows()),
    ...(await outboxRows()),
    ...(await paperRows()),
    ...(await statisticsRows()),
  ];
  console.log(JSON.stringify(rows));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
