import type { IsWorkday } from './calendar';

/** The morning digest (早报): its lines in three parts, and the days it goes by. */

export const digestParts = {
  due: {
    title: '快到期、等处理',
    keys: ['overdue', 'dueSoon', 'drafts', 'filings', 'corrections', 'handovers', 'checks'],
  },
  stuck: { title: '卡住的', keys: ['several', 'vacant', 'unreachable'] },
  changed: {
    title: '有变化的',
    keys: ['done', 'ended', 'published', 'withdrawn', 'liaisons', 'handedOver', 'joined', 'left'],
  },
} as const;
export type DigestPart = keyof typeof digestParts;
export const digestPartKeys = Object.keys(digestParts) as DigestPart[];
export type DigestLine = (typeof digestParts)[DigestPart]['keys'][number];
export const digestLineKeys: DigestLine[] = digestPartKeys.flatMap((part) => [...digestParts[part].keys]);

/** Waiting for the secretariat longer than this many working days is told of. */
export const WAITS_WORKDAYS = 3;
/** Deadlines of so many working days ahead are told of. */
export const SOON_WORKDAYS = 2;

/** Words and unit of each line, e.g. 已超期、还有单位未办的通知 2件; in short where several stand in one: 超期通知2件. */
export const digestWords: Record<DigestLine, { words: string; short: string; unit: string }> = {
  overdue: { words: '已超期、还有单位未办的通知', short: '超期通知', unit: '件' },
  dueSoon: {
    words: `${SOON_WORKDAYS}个工作日内截止、还有单位未办的通知`,
    short: `${SOON_WORKDAYS}个工作日内截止的通知`,
    unit: '件',
  },
  drafts: { words: '送审后等审定的通知', short: '通知待审定', unit: '份' },
  filings: { words: `登记待审核超过${WAITS_WORKDAYS}个工作日`, short: '登记久等', unit: '份' },
  corrections: { words: `资料变更待审核超过${WAITS_WORKDAYS}个工作日`, short: '资料变更久等', unit: '份' },
  handovers: { words: `交接待审核超过${WAITS_WORKDAYS}个工作日`, short: '交接久等', unit: '份' },
  checks: { words: '联络员资料到期未核对', short: '资料未核对', unit: '份' },
  several: { words: '同时欠办两件以上通知的单位', short: '欠办两件以上', unit: '家' },
  vacant: { words: '长期没有联络员的单位', short: '长期无联络员', unit: '家' },
  unreachable: { words: '欠办通知又推送不到的单位', short: '推送不到', unit: '家' },
  done: { words: '各单位办结回执', short: '办结回执', unit: '份' },
  ended: { words: '到截止时间的通知', short: '已到截止的通知', unit: '件' },
  published: { words: '新发布的通知', short: '新通知', unit: '件' },
  withdrawn: { words: '撤回的通知', short: '撤回通知', unit: '件' },
  liaisons: { words: '新备案的联络员', short: '新联络员', unit: '人' },
  handedOver: { words: '办完交接的单位', short: '办完交接', unit: '家' },
  joined: { words: '新入会或恢复的单位', short: '入会或恢复', unit: '家' },
  left: { words: '退会的单位', short: '退会', unit: '家' },
};

/** Counts of the three parts; what the units did by themselves all day long is told apart and not among the changes. */
export const partCounts = (lines: { key: DigestLine; count: number }[]): Record<DigestPart, number> => {
  const of = (part: DigestPart) =>
    lines
      .filter(({ key }) => key !== 'done' && (digestParts[part].keys as readonly DigestLine[]).includes(key))
      .reduce((sum, { count }) => sum + count, 0);
  return { due: of('due'), stuck: of('stuck'), changed: of('changed') };
};

/** The day `n` working days after `day`, before it when `n` is negative; `YYYY-MM-DD`. */
export function workdayFrom(day: string, n: number, isWorkday: IsWorkday): string {
  const step = n < 0 ? -1 : 1;
  let at = Date.parse(`${day}T00:00:00.000Z`);
  // No holiday is that long; beyond it something is wrong with the calendar.
  for (let left = Math.abs(n), tries = 0; left > 0 && tries < 400; tries += 1) {
    at += step * 86_400_000;
    if (isWorkday(new Date(at).toISOString().slice(0, 10))) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}
