import type { Doc } from '@local-cloud';
import type { Digest } from '@server/stores/digests';
import { cloud, NOW } from '../../support';

/** A digest as the morning leaves it. */
export async function makeDigest(over: Partial<Digest> = {}): Promise<Digest> {
  const row: Digest = {
    _id: '2026-11-23',
    since: new Date('2026-11-20T00:30:00.000Z'),
    at: new Date(NOW),
    lines: [],
    pushed: true,
    ...over,
  };
  await cloud.insert('digests', [row as unknown as Doc]);
  return row;
}

export const items = (count: number, what = '单位') =>
  Array.from({ length: count }, (_, i) => ({ id: `${what}-${i}`, name: `示例${what}${i}`, note: '' }));

export const digestOf = async (day: string): Promise<Digest | null> =>
  ((await cloud.find('digests', { _id: day }))[0] as unknown as Digest | undefined) ?? null;

/** Count of a line of that day's digest; 0 when it has none. */
export const countOf = (digest: Digest | null, key: string): number =>
  digest?.lines.find((line) => line.key === key)?.count ?? 0;
