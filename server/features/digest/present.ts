import type { Output } from '@contract/index';
import { digestLineKeys, partCounts } from '@contract/rules/digest';
import type { Digest } from '../../stores/digests';

/** Names shown with a line of the digest itself. */
const NAMES = 5;

export const presentDigest = ({ _id, at, since, lines }: Digest): Output<'digest.get'>['digest'] => ({
  day: _id,
  madeAt: at.toISOString(),
  since: since.toISOString(),
  lines: [...lines]
    .sort((a, b) => digestLineKeys.indexOf(a.key) - digestLineKeys.indexOf(b.key))
    .map(({ key, count, items }) => ({ key, count, names: items.slice(0, NAMES).map(({ name }) => name) })),
});

export const presentKept = ({ _id, lines }: Digest): Output<'digest.list'>['digests'][number] => ({
  day: _id,
  ...partCounts(lines),
});
