import { dueRungs, nextRungAt, onWorkday } from '@contract/rules/ladder';
import { outsideQuiet, type Quiet } from '@contract/rules/outbox';
import { isWorkday } from '../../../kit/calendar';
import { quietOf } from '../../../kit/policy';
import { each, type Job, type Run } from '../../../kit/serve-timer';
import { notices, type Climb, type Ladder, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { outbox } from '../../../stores/outbox';
import { climbPage } from './page';
import { scheduleOf } from './plan';

/** Notices looked at in one run, and pages of units gone through in all of them. */
const NOTICES = 20;
const PAGES = 20;
/** The timer has other things to do, and 60 s at most. */
const MOST_MS = 15_000;

type Due = Notice & { ladder: Ladder };

interface Running {
  now: Date;
  quiet: Quiet | null;
  run: Run;
  /** Pages left in this run. */
  left: number;
}

/**
 * Automatic reminders (自动催办): what is due and not yet sent, so that a missed timer day loses nothing; several overdue
 * rungs of one notice make one reminder. What was missed until a free day waits for the next working day, unless it is
 * urgent. Page by page behind a cursor: killed anywhere, the next run goes on.
 */
export const climb: Job = async (now, run) => {
  const due = await notices.toClimb(now, NOTICES);
  if (due.length === 0) return;
  const running: Running = { now, run, quiet: quietOf(await offices.get()), left: PAGES };
  await each(
    due,
    (notice) =>
      (notice.ladder ? climbOne({ ...notice, ladder: notice.ladder }, running) : null) ?? Promise.resolve(),
  );
};

async function climbOne(notice: Due, running: Running): Promise<void> {
  const { now, quiet, run } = running;
  let { ladder } = notice;
  for (; running.left > 0 && run.spent() < MOST_MS; running.left -= 1) {
    const at = ladder.climb ?? begin(notice, ladder, now);
    // The deadline was moved: nothing is due yet.
    if (!at) return void (await save(notice, ladder, ladder));
    const notBefore = notice.urgent ? now : outsideQuiet(now, quiet);
    const workday = notice.urgent ? notBefore : onWorkday(notBefore, ladder.remindAt, isWorkday);
    if (workday > notBefore) return postpone(notice, ladder, workday);
    const page = await climbPage(notice, { climb: at, notBefore, head: headDue(ladder, at) });
    const next: Ladder = page.done
      ? { ...ladder, climb: null, rungs: ended(ladder, page.climb, now) }
      : { ...ladder, climb: page.climb };
    const saved = await save(notice, ladder, next);
    if (!saved) return overtaken(notice._id);
    if (page.done) return;
    ladder = saved;
  }
}

/** Whoever is missing then is reminded then. */
async function postpone({ _id }: Due, ladder: Ladder, until: Date): Promise<void> {
  await notices.climbed(_id, ladder.version, { ...ladder, version: ladder.version + 1 }, until);
}

/** Another run went on with it, which the next one sees; or it was withdrawn, then what was queued just now stays here. */
async function overtaken(noticeId: string): Promise<void> {
  const [notice] = await notices.byIds([noticeId], ['_id', 'state']);
  if (notice?.state !== 'published') await outbox.dropOf(noticeId);
}

function begin({ dueAt }: Due, ladder: Ladder, now: Date): Climb | null {
  const due = dueRungs(ladder.rungs, scheduleOf(dueAt, ladder), now);
  if (due.length === 0) return null;
  const workdays = due.map((rung) => rung.workdays);
  return { workdays, cursor: null, page: 0, queued: 0, already: 0, unreachable: 0 };
}

const headDue = ({ rungs }: Ladder, { workdays }: Climb): boolean =>
  rungs.some((rung) => rung.to === 'head' && workdays.includes(rung.workdays));

/** The last of them is the one that reminded; what it stood for is said of the others. */
function ended(
  { rungs }: Ladder,
  { workdays, queued, already, unreachable }: Climb,
  now: Date,
): Ladder['rungs'] {
  const last = Math.max(...workdays);
  return rungs.map((rung) => {
    if (!workdays.includes(rung.workdays)) return rung;
    if (rung.workdays !== last && rung.to === 'liaison') return { ...rung, end: 'merged', sentAt: now };
    return { ...rung, end: 'sent', sentAt: now, queued, already, unreachable };
  });
}

/** Null when it is no longer as it was seen. */
async function save({ _id, dueAt }: Due, seen: Ladder, next: Ladder): Promise<Ladder | null> {
  const ladder = { ...next, version: seen.version + 1 };
  const at = nextRungAt(ladder.rungs, scheduleOf(dueAt, ladder));
  return (await notices.climbed(_id, seen.version, ladder, at)) ? ladder : null;
}
