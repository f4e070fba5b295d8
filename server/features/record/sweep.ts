import { lapseCorrections } from '../../kit/closing-corrections';
import type { Job } from '../../kit/serve-timer';
import { corrections } from '../../stores/corrections';
import { filings, type Filing } from '../../stores/filings';

/** Open changes looked at in one run, the longest waiting. */
const LOOKED_AT = 100;

const reasons = new Map([
  ['交接', 'handedOver' as const],
  ['转任', 'moved' as const],
  ['退会', 'left' as const],
]);

const reasonOf = ({ ended }: Filing) => reasons.get(ended) ?? 'vacated';

/**
 * Changes asked for in a record that is closed wait for nobody. Looked at now and then (cloudfunctions/dispatch): whoever
 * closes a record ends its changes too, this is for calls that died in between.
 */
export const lapseLeftovers: Job = async (now) => {
  const waiting = await corrections.page('submitted', undefined, LOOKED_AT);
  if (waiting.length === 0) return;
  const records = await filings.byIds(waiting.map(({ filingId }) => filingId));
  for (const record of records)
    if (!record.inForce) await lapseCorrections([record._id], reasonOf(record), now, `lapse_${record._id}`);
};
