import type { handoverContract } from '@contract/handover';
import { known, seatOfUnit, staff, type Policy } from '../../kit/rules';

/** Who is neither side of a handover nor staff finds none (find.ts). */
export const handoverPolicy: Policy<typeof handoverContract> = {
  'handover.start': seatOfUnit,
  'handover.get': known,
  'handover.list': staff,
  'handover.agree': known,
  'handover.letter': known,
  'handover.cancel': known,
};
