import type { DraftState } from '@contract/rules/draft';
import type { Tone } from '@/components/tag';

export const stateTones: Record<DraftState, Tone> = {
  writing: 'neutral',
  submitted: 'warning',
  returned: 'danger',
  approved: 'success',
  scheduled: 'accent',
  published: 'success',
  dropped: 'neutral',
};

/** Its writer may delete it: what is being looked over or has its time set is taken back first. */
export const mayDrop = ({ mine, state }: { mine: boolean; state: DraftState }): boolean =>
  mine && (state === 'writing' || state === 'returned' || state === 'approved');
