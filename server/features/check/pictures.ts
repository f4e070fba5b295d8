import { files } from '../../kit/cloud';
import { askAbout, isOverdue } from '../../kit/picture-check';
import { pictureCheckId, queuePicture } from '../../kit/review-queue';
import type { SlowJob } from '../../kit/rhythm';
import { each, type PushHandler } from '../../kit/serve-timer';
import { checks } from '../../stores/checks';
import { uploads, type PictureCheck, type Upload, type Verdict } from '../../stores/uploads';
import { tellRefused } from './carry-out';

/** Pictures of one run: each costs two or three requests. */
const AT_ONCE = 20;
/** Looked at no less often: one that comes meanwhile may be due before the next that was known. */
const AGAIN_MS = 5 * 60_000;
const UNDECIDED: PictureCheck['state'][] = ['due', 'asked', 'queued'];

type Checked = Upload & { check: PictureCheck };
const isChecked = (upload: Upload): upload is Checked => !!upload.check;

/**
 * Asks WeChat about pictures nobody could be asked about when they came, and puts those without an answer for 40 minutes
 * before people (decision D10). Looks again when the next is due, within five minutes.
 */
export const checkPictures: SlowJob = async (now) => {
  const next = await uploads.nextCheck();
  if (!next || next > now) return new Date(Math.min(now.getTime() + AGAIN_MS, next?.getTime() ?? Infinity));
  const late = (await uploads.checksDue('asked', now, AT_ONCE)).filter(isChecked);
  const due = (await uploads.checksDue('due', now, AT_ONCE)).filter(isChecked);
  const [over, again] = [
    due.filter(({ check }) => isOverdue(check, now)),
    due.filter(({ check }) => !isOverdue(check, now)),
  ];
  await each([...late, ...over], (upload) => putBefore(upload, 'none', null, now));
  if (again.length === 0) return now;
  const urls = await files.urls(again.flatMap(({ fileId }) => fileId ?? []));
  await each(again, async (upload) => {
    const check = await askAbout(upload.check, upload, urls.get(upload.fileId ?? ''), now);
    await uploads.checked(upload._id, ['due'], check);
  });
  return now;
};

/** WeChat's verdict on a picture (`wxa_media_check`); it may come twice, or after people decided: then theirs stands. */
export const pictureChecked: PushHandler = async (push, now) => {
  const upload = typeof push.trace_id === 'string' ? await uploads.byTrace(push.trace_id) : null;
  if (!upload || !isChecked(upload) || !UNDECIDED.includes(upload.check.state)) return;
  const { suggest, label } = (push.result ?? {}) as { suggest?: unknown; label?: unknown };
  if (suggest === 'pass' && !failed(push)) return passed(upload, now);
  const verdict = failed(push) ? 'none' : suggest === 'risky' ? 'risky' : 'review';
  await putBefore(upload, verdict, Number(label) || null, now);
  if (verdict === 'risky')
    await tellRefused({ _id: pictureCheckId(upload._id), kind: 'picture', openid: upload.owner }, now);
};

/** WeChat could not look at it. */
const failed = ({ errcode = 0 }: Record<string, unknown>): boolean => Number(errcode) !== 0;

async function passed(upload: Checked, now: Date): Promise<void> {
  await uploads.checked(upload._id, UNDECIDED, { ...upload.check, state: 'pass', verdict: null });
  if (upload.check.state !== 'queued') return;
  await checks.decide(pictureCheckId(upload._id), {
    state: 'passed',
    decidedBy: null,
    decidedAt: now,
    note: '微信审核通过',
  });
}

/** The entry first: a run that dies between the two leaves a picture that is found again. */
async function putBefore(upload: Checked, verdict: Verdict, label: number | null, now: Date): Promise<void> {
  await queuePicture(upload, verdict, label, now);
  if (verdict !== 'none') await checks.worsen(pictureCheckId(upload._id), verdict, label);
  await uploads.checked(upload._id, UNDECIDED, { ...upload.check, state: 'queued', verdict });
}
