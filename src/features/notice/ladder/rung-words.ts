import type { Output } from '@contract/index';
import { rungKinds } from '@contract/policy/notices-part';
import type { Tone } from '@/components/tag';
import { showAt } from '@/lib/show-time';

export type Rung = Output<'notice.ladder'>['rungs'][number];

/** 11月24日 09:00 提醒联络员 */
export const rungTitle = ({ at, to, estimated }: Rung): string =>
  `${showAt(at)}${estimated ? '（预估）' : ''} ${rungKinds[to]}`;

/** 截止前2个工作日 */
export function rungPlace(workdays: number): string {
  if (workdays === 0) return '截止当天';
  return workdays < 0 ? `截止前${-workdays}个工作日` : `截止后${workdays}个工作日`;
}

const tags: Record<Rung['state'], { words: string; tone: Tone }> = {
  coming: { words: '未到', tone: 'neutral' },
  doing: { words: '正在发', tone: 'accent' },
  sent: { words: '已发', tone: 'success' },
  merged: { words: '已并入后一次', tone: 'neutral' },
  skipped: { words: '已跳过', tone: 'neutral' },
  off: { words: '已关', tone: 'warning' },
  missed: { words: '已关，未发', tone: 'warning' },
};

export function rungTag({ state, queued, to }: Rung): { words: string; tone: Tone } {
  if (state === 'sent' && to === 'liaison') return { words: `已发${queued}家`, tone: 'success' };
  if (state === 'sent') return { words: '已报', tone: 'success' };
  return tags[state];
}

/** What became of it, or why nothing did. */
export function rungNote(rung: Rung): string {
  const { state, workdays, queued, already, unreachable, sentAt } = rung;
  if (state === 'skipped') return `${rungPlace(workdays)}，发布时已过或就在当天，不再提醒`;
  if (state === 'merged') return `${rungPlace(workdays)}，同时到期的几次只提醒一次`;
  if (state !== 'sent') return rungPlace(workdays);
  const numbers = [
    rung.to === 'head' && `提醒了${queued}家`,
    already > 0 && `${already}家当天已提醒过`,
    unreachable > 0 && `${unreachable}家推送不到`,
  ].filter(Boolean);
  return [sentAt && `${showAt(sentAt)}办理`, ...numbers].filter(Boolean).join(' · ');
}
