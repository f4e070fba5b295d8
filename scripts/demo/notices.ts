import type { Block, Body } from '@contract/body';
import { shanghaiDay, shanghaiYear, showDeadline, type IsWorkday } from '@contract/rules/calendar';
import type { Notice } from '@server/stores/notices';
import type { Office } from '@server/stores/offices';
import type { Unit } from '@server/stores/units';
import { addDays, at, HOUR, workday } from './clock';
import { numbersOf } from './numbers';
import { kindsByMonth, recentKinds, type NoticeKind, type Part } from './notice-kinds';
import type { Random } from './random';
import { demoId } from './rows';

/** How long before `now` the last finished notice was published, days. */
export const QUIET_DAYS = 15;
const MONTHS = 24;
/** These go out as formal documents, with red head and number. */
const FORMAL = /^关于(召开|缴纳|举办)/;

interface Planned {
  kind: NoticeKind;
  publishedAt: Date;
  dueAt: Date;
  withdrawn?: string;
}

/** Two years of finished notices, then those of these days; counters are still 0. */
export function makeNotices(
  office: Office,
  units: Unit[],
  staff: string[],
  now: Date,
  isWorkday: IsWorkday,
  random: Random,
): Notice[] {
  const planned = [...finished(now, isWorkday, random), ...recent(now, isWorkday)];
  const number = numbersOf(office);
  return planned.map(({ kind, publishedAt, dueAt, withdrawn }, i): Notice => {
    const _id = demoId('notice', i + 1);
    const host = office.hosts.find(({ id }) => id === kind.host) ?? { id: kind.host, name: office.name };
    const words = wordsOf(publishedAt, dueAt);
    const { to } = kind;
    const formal = FORMAL.test(kind.title);
    const publishedBy = random.pick(staff);
    const requestId = demoId('withdrawal', i + 1);
    return {
      _id,
      title: words(kind.title),
      hostId: host.id,
      hostName: host.name,
      body: bodyOf(kind, host.name, formal ? null : publishedAt, words),
      dueAt,
      asking: kind.asking ?? { kind: 'confirm' },
      style: formal ? 'formal' : 'plain',
      ...(formal && number(host.id, publishedAt)),
      audience: to
        ? { kind: 'units', unitIds: units.filter(({ hosts }) => hosts.includes(to)).map((unit) => unit._id) }
        : { kind: 'all' },
      state: withdrawn ? 'withdrawn' : 'published',
      ...(withdrawn && {
        withdrawn: { at: withdrawnAt(publishedAt), by: publishedBy, reason: withdrawn, requestId },
      }),
      running: true,
      settled: false,
      cursor: null,
      counts: { total: 0, opened: 0, confirmed: 0 },
      check: 'pass',
      publishedAt,
      publishedBy,
      order: `${publishedAt.toISOString()}_${_id}`,
    };
  });
}

/** The first day of the demo's history. */
export function firstDay(now: Date): string {
  const month = shanghaiYear(now) * 12 + Number(shanghaiDay(now).slice(5, 7)) - 1 - MONTHS;
  return monthStart(month);
}

function finished(now: Date, isWorkday: IsWorkday, random: Random): Planned[] {
  const last = addDays(shanghaiDay(now), -QUIET_DAYS);
  const planned: Planned[] = [];
  for (let start = firstDay(now); start <= last; start = addDays(start, 32).slice(0, 8) + '01') {
    const kinds = kindsByMonth[Number(start.slice(5, 7))] ?? [];
    for (const [i, kind] of kinds.entries()) {
      const day = workday(addDays(start, 3 + i * 9), random.int(1, 3), isWorkday);
      const dueAt = at(workday(day, kind.workdays, isWorkday), 17 * 60);
      if (day <= last && dueAt < now)
        planned.push({ kind, publishedAt: at(day, random.int(540, 1020)), dueAt });
    }
  }
  return planned.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

function recent(now: Date, isWorkday: IsWorkday): Planned[] {
  const today = shanghaiDay(now);
  return recentKinds.map((kind, i) => ({
    kind,
    publishedAt: at(workday(today, -kind.ago, isWorkday), 10 * 60 + 12 + i),
    dueAt: at(workday(today, kind.workdays, isWorkday), 17 * 60),
    ...(kind.withdrawn && { withdrawn: kind.withdrawn }),
  }));
}

const withdrawnAt = (publishedAt: Date): Date => new Date(publishedAt.getTime() + 5 * HOUR);

/** `signedAt` null: a formal document signs itself. */
function bodyOf(
  kind: NoticeKind,
  hostName: string,
  signedAt: Date | null,
  words: (text: string) => string,
): Body {
  const [year, month, day] = signedAt ? shanghaiDay(signedAt).split('-').map(Number) : [];
  return [
    paragraph('各会员单位：'),
    paragraph(words(kind.purpose)),
    ...kind.sections.flatMap(([heading, ...parts]): Block[] => [
      { type: 'heading', text: heading },
      ...parts.map((part) => blockOf(part, words)),
    ]),
    {
      type: 'paragraph',
      runs: [
        { text: '请联络员于' },
        { text: words('{due}'), bold: true, color: 'red' },
        { text: kind.asking ? '前在小程序填报。' : '前在小程序确认收到。' },
      ],
    },
    paragraph(`联系人：${hostName.endsWith('学会') ? '学会秘书处办公室' : '协会办公室'}　电话：029-00000000`),
    ...(signedAt ? [paragraph(hostName), paragraph(`${year}年${month}月${day}日`)] : []),
  ];
}

function blockOf(part: Part, words: (text: string) => string): Block {
  if (typeof part === 'string') return paragraph(words(part));
  if ('table' in part) return { type: 'table', rows: part.table };
  return { type: 'list', ordered: true, items: part.list.map((text) => [{ text: words(text) }]) };
}

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

/** Fills in years and the deadline. */
function wordsOf(publishedAt: Date, dueAt: Date): (text: string) => string {
  const year = shanghaiYear(publishedAt);
  const due = showDeadline(dueAt, publishedAt);
  return (text) =>
    text
      .replaceAll('{y}', String(year))
      .replaceAll('{py}', String(year - 1))
      .replaceAll('{y2}', String(year + 1))
      .replaceAll('{due}', due);
}

const monthStart = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
