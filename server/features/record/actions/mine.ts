import type { Act } from '../../../kit/act';
import { checkDue } from '../../../kit/check-due';
import { fileUrls } from '../../../kit/file-urls';
import { corrections } from '../../../stores/corrections';
import { ownRecord } from '../own';
import { isDue, picturesOf, presentChange, presentRecord } from '../present';

/** How far back the newest decided change is looked for. */
const LOOKED_AT = 10;

export const mine: Act<'record.mine'> = async (ctx, { unitId }) => {
  const { filing, policy } = await ownRecord(ctx, unitId);
  const changes = await corrections.ofFiling(filing._id, LOOKED_AT);
  const open = changes.find(({ state }) => state === 'submitted');
  const last = changes.find(({ state }) => state === 'decided');
  return {
    ...presentRecord(filing, policy),
    due: isDue(filing, checkDue(policy, ctx.now)?.from ?? null),
    open: open ? presentChange(open) : null,
    last: last ? presentChange(last) : null,
    urls: await fileUrls(picturesOf(filing.form, open?.changed ?? {})),
  };
};
