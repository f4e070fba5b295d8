import type { CollectionSpec, Doc } from './types';

export interface BenchRow {
  name: string;
  value: number;
  /** Not to be exceeded, or with `atLeast` not to be fallen short of. */
  budget?: number;
  atLeast?: true;
  unit: string;
}

export const COLLECTIONS: CollectionSpec[] = [
  {
    name: 'rows',
    indexes: [
      {
        name: 'host_state_at',
        keys: [
          ['host', 1],
          ['state', 1],
          ['at', -1],
        ],
      },
      { name: 'unit', keys: [['unit', 1]] },
    ],
  },
];

export const makeRow = (i: number): Doc => ({
  _id: `row${i}`,
  host: `h${i % 3}`,
  state: i % 2 === 0 ? 'open' : 'done',
  at: new Date(1.7e12 + i * 1000),
  unit: `u${i % 150}`,
  title: `关于做好第 ${i} 项工作的通知`,
  read: 0,
});

export const round = (n: number, digits = 3) => Number(n.toFixed(digits));

export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
