import { Clock } from '../../local-cloud/clock';
import { Store } from '../../local-cloud/engine/store';
import { Transactions } from '../../local-cloud/engine/transactions';

/** Writes until it is killed; a line on stdout is an acknowledgement. */
const store = new Store(process.argv[2] ?? '', 'FULL');
store.declare([
  {
    name: 'rows',
    indexes: [
      { name: 'n', keys: [['n', 1]], unique: true },
      { name: 'tags', keys: [['tags', 1]] },
    ],
  },
]);
const transactions = new Transactions(store, new Clock());
const rows = store.collection('rows');
const total = store.byId(rows, 'total')?.doc ?? { _id: 'total', n: -1, count: 0 };
if (total.count === 0 && store.byId(rows, 'total') === undefined)
  store.write(() => store.insert(rows, total));

for (let i = Number(total.count); ; i++) {
  const transaction = transactions.start(undefined);
  transactions.write(transaction, rows, `r${i}`, {
    _id: `r${i}`,
    n: i,
    tags: ['a', `t${i % 7}`],
    text: '文'.repeat(i % 300),
  });
  transactions.write(transaction, rows, 'total', { _id: 'total', n: -1, count: i + 1 });
  transactions.commit(transaction.id);
  process.stdout.write(`${i}\n`);
}
