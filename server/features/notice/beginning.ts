import { withGroups } from '../../kit/audience';
import { AppError } from '../../kit/errors';
import { policyOf } from '../../kit/policy';
import { notices, type Notice } from '../../stores/notices';
import type { Recipients } from '../../stores/unit-audiences';
import { units, type Unit } from '../../stores/units';
import type { Examined, Writing } from './examining';
import { ladderFor } from './ladder/plan';
import { linkChecks } from './looked-at';
import { numbered } from './numbering';

/** What somebody wrote with whom it goes to, saved groups resolved. */
export type Addressed = Omit<Writing, 'audience'> & Pick<Notice, 'audience'>;

/** What a new version takes over from the one it corrects, and why it does. */
export type Version = Pick<Notice, 'number' | 'numberKey' | 'corrects' | 'correction'>;

/** Who publishes: a person now, or the timer for whoever set the time. */
export interface Publisher {
  _id: string;
  now: Date;
  by: string;
}

/** The first units of it in pinyin order; refuses an audience that holds nobody. */
export async function somebodyGetsIt(audience: Recipients, limit: number): Promise<Unit[]> {
  const first = await units.audience(await withGroups(audience), undefined, limit);
  if (first.length > 0) return first;
  if (audience.kind === 'units')
    throw new AppError('invalid', '所选单位已不在册，请重新选择', 'audience.unitIds');
  if (audience.kind === 'rule')
    throw new AppError('invalid', '没有符合这些条件的单位，请重新选择', 'audience');
  throw new AppError('invalid', '还没有会员单位，请先添加单位', 'audience');
}

/**
 * Writes the notice, `publishing` until its receipts are there. A formal document takes its number now, the next of its
 * host and year; one whose notice was never written stays a gap, which is allowed and listed. A correction takes the number of
 * what it corrects. `mine`: this very call wrote it.
 */
export async function beginNotice(
  writing: Addressed,
  { office, ...examined }: Examined,
  { _id, now, by }: Publisher,
  version?: Version,
): Promise<{ notice: Notice; mine: boolean }> {
  const notice: Notice = {
    _id,
    title: writing.title,
    hostId: writing.hostId,
    body: writing.body,
    dueAt: writing.asking.kind === 'nothing' ? now : new Date(writing.dueAt),
    asking: writing.asking,
    style: writing.style,
    audience: await withGroups(writing.audience),
    urgent: writing.urgent,
    push: { state: 'due', cursor: null },
    state: 'publishing',
    running: true,
    settled: writing.asking.kind === 'nothing',
    cursor: null,
    counts: { total: 0, opened: 0, confirmed: 0 },
    publishedAt: now,
    publishedBy: by,
    ...ladderFor(policyOf(office).notices, {
      ask: writing.asking.kind,
      dueAt: new Date(writing.dueAt),
      publishedAt: now,
      off: writing.rungsOff,
    }),
    order: `${now.toISOString()}_${_id}`,
    ...(version ?? (writing.style === 'formal' && (await numbered(office, writing.hostId, now, _id)))),
    ...examined,
  };
  await linkChecks(notice);
  if (await notices.add(notice)) return { notice, mine: true };
  // The same request, twice at once: the first one's words stand, perhaps others, to other units.
  return { notice: (await notices.get(notice._id)) ?? notice, mine: false };
}
