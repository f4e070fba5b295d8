import type { Tone } from '@/components/tag';
import { showAt } from '@/lib/show-time';

export const OPEN_CODE = '开放登记码（不限单位）';

export const stateWords = { valid: '有效', expired: '已过期', revoked: '已作废' } as const;

export const stateTones: Record<keyof typeof stateWords, Tone> = {
  valid: 'success',
  expired: 'neutral',
  revoked: 'danger',
};

export const untilWords = (expiresAt: string): string => `有效期至${showAt(expiresAt)}`;
