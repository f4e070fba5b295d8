import type { Act } from '../../../kit/act';
import { units } from '../../../stores/units';

/** Names shown of units nobody would read the notice for. */
const SHOWN = 50;

/** What the composer shows before sending: units in the audience, and those without a liaison. */
export const reach: Act<'notice.reach'> = async (_ctx, { audience }) => {
  if (audience.kind === 'all') {
    const [total, vacant] = await Promise.all([units.countActive(), units.countVacant()]);
    const shown = vacant ? await units.vacant(SHOWN) : [];
    return { total, seated: total - vacant, vacant: shown.map(({ name }) => name) };
  }
  const chosen = await units.audience(audience.unitIds, undefined, 1000);
  const vacant = chosen.filter(({ seated }) => !seated);
  return {
    total: chosen.length,
    seated: chosen.length - vacant.length,
    vacant: vacant.slice(0, SHOWN).map(({ name }) => name),
  };
};
