import { dueText, shanghaiDay, showTime } from '@contract/rules/calendar';
import { SOON_WORKDAYS, WAITS_WORKDAYS, workdayFrom, type DigestLine } from '@contract/rules/digest';
import { doneOf, missingOf, somebodyMissing } from '@contract/rules/receipt';
import { showDate } from '../../office/dates';
import { isWorkday } from '../../kit/calendar';
import { checkDue } from '../../kit/check-due';
import type { Policy } from '@contract/policy/schema';
import { corrections } from '../../stores/corrections';
import { drafts } from '../../stores/drafts';
import type { Digest, DigestItem } from '../../stores/digests';
import { filings } from '../../stores/filings';
import { handovers } from '../../stores/handovers';
import { notices, type Notice } from '../../stores/notices';
import { receiptFigures } from '../../stores/receipt-figures';
import { units } from '../../stores/units';
import { owing } from './owing';

/** Counted of each kind, and kept of each with the digest. */
const COUNTED = 1000;
const NOTICES = 300;
const KEPT = 300;
const DAY = 86_400_000;

export interface Asked {
  policy: Policy;
  since: Date;
  now: Date;
}

type Part = Partial<Record<DigestLine, DigestItem[]>>;
type Lines = Digest['lines'];

/** What the morning has to tell: sixteen requests at most, each by an index. */
export async function linesOf(asked: Asked): Promise<Lines> {
  const missing = await notices.withMissing(NOTICES);
  const parts = await Promise.all([
    due(missing, asked),
    waiting(asked),
    stuck(missing, asked),
    news(asked),
    members(asked),
  ]);
  return Object.entries(Object.assign({}, ...parts) as Part)
    .filter(([, items]) => items.length > 0)
    .map(([key, items]) => ({
      key: key as DigestLine,
      count: key === 'done' ? sumOf(items) : items.length,
      items: items.slice(0, KEPT),
    }));
}

const sumOf = (items: DigestItem[]): number => items.reduce((sum, { done = 0 }) => sum + done, 0);

const item = (id: string, name: string, note = ''): DigestItem => ({ id, name, note });

function noticeItem({ _id, title, asking, counts, dueAt }: Notice, now: Date): DigestItem {
  const done = doneOf(asking.kind, counts);
  const note = `${dueText(now, dueAt, isWorkday)}，还差${missingOf({ ...counts, done })}家`;
  return { ...item(_id, title, note), done, total: counts.total - (counts.left ?? 0) };
}

async function due(missing: Notice[], { now }: Asked): Promise<Part> {
  const last = workdayFrom(shanghaiDay(now), SOON_WORKDAYS, isWorkday);
  const open = missing.filter(({ asking, counts }) => somebodyMissing(asking.kind, counts));
  const items = (of: Notice[]) => of.map((notice) => noticeItem(notice, now));
  return {
    overdue: items(open.filter(({ dueAt }) => dueAt <= now)),
    // Midnight belongs to the day that ends with it.
    dueSoon: items(
      open.filter(({ dueAt }) => dueAt > now && shanghaiDay(new Date(dueAt.getTime() - 1)) <= last),
    ),
  };
}

/** Of a draft: its order begins with it. */
const lastChange = (order: string): Date => new Date(order.slice(0, order.indexOf('_')));

async function waiting({ policy, now }: Asked): Promise<Part> {
  const before = new Date(
    Date.parse(`${workdayFrom(shanghaiDay(now), -WAITS_WORKDAYS, isWorkday)}T00:00:00.000Z`) - 8 * 3600_000,
  );
  const check = checkDue(policy, now);
  const [submitted, filed, changes, ready, stale] = await Promise.all([
    drafts.submitted(undefined, COUNTED),
    filings.waitingSince(before.toISOString(), COUNTED),
    corrections.waitingSince(before.toISOString(), COUNTED),
    handovers.ready(COUNTED),
    check ? filings.staleNames(check.from, COUNTED) : [],
  ]);
  const sent = (at: Date) => `${showTime(at, now)}提交`;
  return {
    // Without the title: not everybody who reads the digest may see what a colleague writes.
    drafts: submitted.map(({ _id, writer, order }) =>
      item(_id, `${writer}送审的通知`, `${showTime(lastChange(order), now)}送审`),
    ),
    filings: filed.map(({ _id, unitName, submittedAt }) => item(_id, unitName, sent(submittedAt))),
    corrections: changes.map(({ _id, unitName, submittedAt }) => item(_id, unitName, sent(submittedAt))),
    handovers: ready.flatMap(({ _id, unitName, history }) => {
      const at = history[history.length - 1]?.at;
      return at && at < before ? [item(_id, unitName, `${showTime(at, now)}起待审核`)] : [];
    }),
    checks: stale.map(({ unitId, unitName, verifiedAt }) =>
      item(unitId, unitName, verifiedAt ? `上次核对：${showDate(verifiedAt)}` : ''),
    ),
  };
}

async function stuck(missing: Notice[], { policy, now }: Asked): Promise<Part> {
  const { vacantAlarmDays } = policy.records;
  const [owe, vacant] = await Promise.all([
    owing(missing),
    units.vacantBefore(new Date(now.getTime() - vacantAlarmDays * DAY), COUNTED),
  ]);
  const items = (of: typeof owe) => of.map(({ unit, n }) => item(unit._id, unit.name, `欠${n}件`));
  return {
    several: items(owe.filter(({ n }) => n > 1)),
    unreachable: items(owe.filter(({ reached }) => !reached)),
    vacant: vacant.map(({ _id, name, vacantSince }) =>
      item(
        _id,
        name,
        vacantSince ? `已${Math.floor((now.getTime() - vacantSince.getTime()) / DAY)}天没有联络员` : '',
      ),
    ),
  };
}

async function news({ since, now }: Asked): Promise<Part> {
  const [fresh, back, over, done] = await Promise.all([
    notices.publishedSince(since.toISOString(), NOTICES),
    notices.withdrawnSince(since, NOTICES),
    notices.dueBetween(since, now, NOTICES),
    receiptFigures.doneSince(since, NOTICES),
  ]);
  return {
    published: fresh.map(({ _id, title, counts }) => item(_id, title, `发给${counts.total}家`)),
    withdrawn: back.map(({ _id, title, withdrawn }) => item(_id, title, withdrawn?.reason ?? '')),
    ended: over
      .filter(({ asking, state }) => asking.kind !== 'nothing' && state === 'published')
      .map((notice) => noticeItem(notice, now)),
    done: done.map(({ _id, title, n }) => ({ ...item(_id, title, `${n}家办结`), done: n })),
  };
}

async function members({ since }: Asked): Promise<Part> {
  const [taken, moved] = await Promise.all([
    filings.inForceSince(since, COUNTED),
    units.movedSince(since, COUNTED),
  ]);
  const people = (handed: boolean) =>
    taken
      .filter(({ handoverId }) => !!handoverId === handed)
      .map(({ unitId, unitName }) => item(unitId, unitName));
  return {
    liaisons: people(false),
    handedOver: people(true),
    joined: moved.filter(({ active }) => active).map(({ _id, name }) => item(_id, name)),
    left: moved
      .filter(({ active, left }) => !active && left)
      .map(({ _id, name, left }) => item(_id, name, left?.reason ?? '')),
  };
}
