import type { HandoverState } from '@contract/rules/handover';
import type { Tone } from '@/components/tag';

export const stateTones: Record<HandoverState, Tone> = {
  open: 'warning',
  ready: 'accent',
  approved: 'success',
  refused: 'danger',
  cancelled: 'neutral',
};

/** 2026-11-20 as 2026年11月20日. */
export const dayWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};
