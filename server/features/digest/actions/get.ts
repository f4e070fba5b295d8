import { shanghaiDay } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import { digests } from '../../../stores/digests';
import { presentDigest } from '../present';

/** A day's digest, without one the latest there is. */
export const get: Act<'digest.get'> = async ({ caller, now }, { day }) => {
  const digest = day ? await digests.get(day) : (await digests.page(undefined, 1))[0];
  return {
    digest: digest ? presentDigest(digest) : null,
    today: shanghaiDay(now),
    subscribed: caller.person?.digest ?? false,
  };
};
