import type { ErasureState } from '@contract/privacy';
import type { Tone } from '@/components/tag';

export const erasureTones: Record<ErasureState, Tone> = {
  waiting: 'warning',
  erasing: 'warning',
  agreed: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
};

/** 2026年12月14日 of `YYYY-MM-DD`. */
export const dayWords = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};
