import type { Context } from '../../../kit/context';
import { tellEach as tell } from '../../../office/tell-each';
import { openidsOf, type Unit } from '../../../stores/units';

/** One entry for everybody registered whose number is in the workbook: who saw my number (decision D10). */
export const tellEach = (ctx: Context, units: Unit[]): Promise<void> =>
  tell(
    ctx,
    'roster.export',
    units.flatMap((unit) =>
      openidsOf(unit).map((subjectId) => ({ collection: 'people' as const, subjectId, unitId: unit._id })),
    ),
  );
