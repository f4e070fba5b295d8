import { formLabels } from '@contract/form';
import type { Act } from '../../../kit/act';
import { corrections } from '../../../stores/corrections';
import { filings } from '../../../stores/filings';
import { handovers } from '../../../stores/handovers';
import { findUnit } from '../find';

const MOST = 30;

/** What can be printed of one unit. */
export const ofUnit: Act<'paper.ofUnit'> = async (_ctx, { unitId }) => {
  const [unit, filed, corrected, handed] = await Promise.all([
    findUnit(unitId),
    filings.ofUnit(unitId, MOST),
    corrections.ofUnit(unitId, MOST),
    handovers.ofUnit(unitId, MOST),
  ]);
  return {
    unitName: unit.name,
    filings: filed
      .filter(({ form }) => form.name)
      .map(({ _id, form, state, numbers, submittedAt }) => ({
        filingId: _id,
        name: form.name ?? '',
        state,
        numbers,
        submittedAt: submittedAt.toISOString(),
      })),
    corrections: corrected
      .filter(({ state }) => state !== 'withdrawn' && state !== 'lapsed')
      .map(({ _id, name, keys, submittedAt }) => ({
        correctionId: _id,
        name,
        fields: keys.map((key) => formLabels[key]).join('、'),
        submittedAt: submittedAt.toISOString(),
      })),
    handovers: handed
      .filter(({ state }) => state !== 'refused' && state !== 'cancelled')
      .map(({ _id, leaver, successor, changedOn }) => ({
        handoverId: _id,
        leaver: leaver.name,
        successor: successor?.name ?? null,
        changedOn,
      })),
  };
};
