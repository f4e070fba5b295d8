import { SCHEDULE_DAYS } from '@contract/rules/draft';
import type { Parsed } from '@contract/index';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { findDraft, moveDraft, mustBeNewest, mustBeWriter, stateAfter } from '../drafts/moving';
import { examined, mustBeApproved } from '../drafts/sending';

const DAY = 86_400_000;

/** Sets the time it goes out by itself; looked at now, for the timer cannot ask WeChat in the writer's name. */
export const scheduleDraft: Act<'notice.scheduleDraft'> = async (ctx, input) => {
  const { draftId, version, publishAt, publication } = input;
  const draft = await findDraft(draftId);
  mustBeWriter(draft, ctx);
  if (draft.requests.includes(ctx.requestId)) return moveDraft(ctx, draft, 'schedule', version);
  stateAfter(draft, 'schedule');
  mustBeNewest(draft, version, ctx.now);
  timeMustFit(input, ctx.now);
  const { sent, office } = await examined(ctx, publication);
  mustBeApproved(draft, publication, office);
  return moveDraft(ctx, draft, 'schedule', version, {
    sent,
    title: publication.title,
    publishAt: new Date(publishAt),
    note: '',
    noteBy: '',
  });
};

function timeMustFit({ publishAt, publication }: Parsed<'notice.scheduleDraft'>, now: Date): void {
  const at = Date.parse(publishAt);
  const wrong = (message: string) => new AppError('invalid', message, 'publishAt');
  if (at <= now.getTime()) throw wrong('定时发布的时间应晚于现在');
  if (at > now.getTime() + SCHEDULE_DAYS * DAY) throw wrong(`定时发布的时间应在${SCHEDULE_DAYS}天以内`);
  if (publication.asking.kind !== 'nothing' && at >= Date.parse(publication.dueAt))
    throw wrong('定时发布的时间应早于截止时间');
}
