import type { ProxyState } from '@contract/seat';
import { scopes, type Scope } from '@contract/rules/rights';
import type { Tone } from '@/components/tag';

export const stateTones: Record<ProxyState, Tone> = {
  offered: 'warning',
  waiting: 'accent',
  active: 'success',
  ended: 'neutral',
};

/** 通知、会议. */
export const scopeWords = (list: Scope[]): string => list.map((one) => scopes[one]).join('、');

const monthDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** 11月23日 至 12月3日, both days included; one day once. */
export const daysWords = (from: string, to: string): string =>
  from === to ? `${monthDay(from)}当天` : `${monthDay(from)} 至 ${monthDay(to)}`;
