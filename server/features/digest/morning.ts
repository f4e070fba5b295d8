import { fitSlots, type Slots } from '@contract/messages';
import { shanghaiDay } from '@contract/rules/calendar';
import { startOfDay } from '@contract/rules/check';
import { partCounts } from '@contract/rules/digest';
import { creditLeft, outsideQuiet } from '@contract/rules/outbox';
import { showClockDay, showIsoDay } from '../../office/dates';
import { isWorkday } from '../../kit/calendar';
import { policyOf, quietOf } from '../../kit/policy';
import type { SlowJob } from '../../kit/rhythm';
import { digests, type Digest } from '../../stores/digests';
import { offices, type Office } from '../../stores/offices';
import { newMessage, outbox } from '../../stores/outbox';
import { people } from '../../stores/people';
import { linesOf } from './lines';

const DAY = 86_400_000;
const KEPT_DAYS = 30;
/** People of a secretariat. */
const STAFF = 200;
/** What the first digest, or one after a long pause, looks back on. */
const LONGEST_MS = KEPT_DAYS * DAY;
const PAGE = 'features/digest/today/index';
/** The rulebook may be changed any time: looked at no less often before the day's digest is made. */
const AGAIN_MS = 5 * 60_000;

/**
 * Makes the digest of a working day once its time has come and tells those who want it. The question is always "is it
 * not made yet": a missed minute or hour makes it later, a missed day is told of by the next. The day is the row's id
 * and the messages' keys are derived from it, so that two runs at once or a run killed in between do no harm. Says when
 * it wants to look again.
 */
export const makeDigest: SlowJob = async (now) => {
  const day = shanghaiDay(now);
  const tomorrow = new Date(startOfDay(day).getTime() + DAY);
  if (!isWorkday(day)) return tomorrow;
  const known = await digests.get(day);
  if (known?.pushed) return tomorrow;
  const office = await offices.get();
  const soon = new Date(now.getTime() + AGAIN_MS);
  if (!office?.preset) return soon;
  const due = dueAt(day, policyOf(office).notices.digestAt);
  if (now < due) return due < soon ? due : soon;
  const digest = known ?? (await makeOf(day, office, now));
  if (!digest) return now;
  await tell(digest, office, now);
  await digests.pushed(day);
  return tomorrow;
};

/** That moment of the day; `clock`: `HH:MM` in Shanghai. */
const dueAt = (day: string, clock: string): Date => new Date(`${day}T${clock}:00+08:00`);

/** Null: another run made it meanwhile and goes on with it. */
async function makeOf(day: string, office: Office, now: Date): Promise<Digest | null> {
  const [last] = await digests.page(day, 1);
  const since = new Date(Math.max(last?.at.getTime() ?? now.getTime() - DAY, now.getTime() - LONGEST_MS));
  const lines = await linesOf({ policy: policyOf(office), since, now });
  const digest: Digest = { _id: day, since, at: now, lines, pushed: false };
  if (!(await digests.add(digest))) return null;
  await digests.removeBefore(shanghaiDay(new Date(now.getTime() - KEPT_DAYS * DAY)));
  return digest;
}

/** Counts only: a message stands on a locked phone. Not at all when quiet hours put it off past the day. */
async function tell({ _id: day, lines }: Digest, office: Office, now: Date): Promise<void> {
  const notBefore = outsideQuiet(now, quietOf(office));
  if (shanghaiDay(notBefore) !== day) return;
  const counts = partCounts(lines);
  const nothing = lines.length === 0;
  const data: Slots<'todo'> = {
    thing1: '秘书处今日早报',
    thing2: office.name || '秘书处',
    time3: `${showIsoDay(day)} ${showClockDay(now).slice(-5)}`,
    thing4: nothing
      ? '今天没有到期和卡住的事'
      : `到期${counts.due}，卡住${counts.stuck}，变化${counts.changed}`,
  };
  const readers = (await people.ofOffice(STAFF)).filter(
    ({ staff, digest, credits }) => staff && digest && creditLeft(credits?.todo) > 0,
  );
  await outbox.ensure(
    readers.map(({ _id: openid }) =>
      newMessage({
        _id: `digest_${day}_${openid}`,
        message: 'todo',
        openid,
        unitId: '',
        subjectId: `digest_${day}`,
        page: `${PAGE}?day=${day}`,
        data: fitSlots(data),
        notBefore,
      }),
    ),
  );
}
