import type { Output } from '@contract/index';
import type { ImportState } from '@contract/roster';
import type { Tone } from '@/components/tag';

export type OneImport = Output<'roster.get'>;

export const stateTones: Record<ImportState, Tone> = {
  read: 'neutral',
  planned: 'accent',
  committing: 'warning',
  done: 'success',
  undoing: 'warning',
  undone: 'neutral',
};
