import { filesOf, plainText, type Body } from '@contract/body';
import type { Audience } from '@contract/notice';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { notices, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { units } from '../../../stores/units';
import { uploads } from '../../../stores/uploads';
import { continuePublication } from '../publication';

/** Units written before the call answers; the rest, if any, is left to dispatch. */
const UNITS_PER_CALL = 2000;

/** A slip of the year would make every screen count working days for centuries. */
const LONGEST_MS = 366 * 86_400_000;

/** Publishes to a snapshot of the audience. The row's id is the request id: sent twice, it is published once. */
export const publish: Act<'notice.publish'> = async (ctx, input) => {
  const before = await notices.get(ctx.requestId);
  if (before && !saysTheSame(before, input)) {
    throw new AppError('conflict', '这条通知先前已经发出，刚才的改动没有发出；请到“通知”里查看已发出的内容');
  }
  const notice = before ?? (await begin(ctx, input));
  ctx.record({ collection: 'notices', subjectId: notice._id });
  if (notice.state === 'published')
    return { noticeId: notice._id, total: notice.counts.total, state: 'published' };

  const { total, done } = await continuePublication(notice, UNITS_PER_CALL);
  return { noticeId: notice._id, total, state: done ? 'published' : 'publishing' };
};

/** Edited after an answer was lost: the writer must hear that the first words went out. */
const saysTheSame = (sent: Notice, input: Parameters<typeof publish>[1]): boolean =>
  sent.title === input.title &&
  sent.dueAt.getTime() === Date.parse(input.dueAt) &&
  JSON.stringify([sent.body, sent.audience]) === JSON.stringify([input.body, input.audience]);

async function begin(...[ctx, input]: Parameters<typeof publish>): Promise<Notice> {
  const { openid, person } = ctx.caller;
  const dueAt = new Date(input.dueAt);
  const ahead = dueAt.getTime() - ctx.now.getTime();
  if (ahead <= 0) throw new AppError('invalid', '确认截止时间应晚于现在', 'dueAt');
  if (ahead > LONGEST_MS) throw new AppError('invalid', '确认截止时间应在一年以内', 'dueAt');
  const host = (await offices.get())?.hosts.find(({ id }) => id === input.hostId);
  if (!host) throw new AppError('invalid', '没有这个发文单位', 'hostId');
  await somebodyMustGetIt(input.audience);
  const files = await readyFiles(input.body, openid);
  const verdicts = [
    await checkText(openid, input.title, 'title'),
    await checkText(openid, plainText(input.body), 'body'),
  ];

  const notice: Notice = {
    _id: ctx.requestId,
    title: input.title,
    hostId: host.id,
    hostName: host.name,
    body: input.body,
    files,
    dueAt,
    audience: input.audience,
    urgent: input.urgent,
    push: { state: 'due', cursor: null },
    state: 'publishing',
    cursor: null,
    counts: { total: 0, opened: 0, confirmed: 0 },
    check: verdicts.includes('review') ? 'review' : 'pass',
    publishedAt: ctx.now,
    publishedBy: person?.staff?.name ?? '',
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
  };
  if (await notices.add(notice)) return notice;
  return (await notices.get(notice._id)) ?? notice; // the same request, twice at once: the first one's words stand
}

async function somebodyMustGetIt(audience: Audience): Promise<void> {
  if ((await units.audience(audience, undefined, 1)).length > 0) return;
  if (audience.kind === 'units')
    throw new AppError('invalid', '所选单位已不在册，请重新选择', 'audience.unitIds');
  if (audience.kind === 'rule')
    throw new AppError('invalid', '没有符合这些条件的单位，请重新选择', 'audience');
  throw new AppError('invalid', '还没有会员单位，请先添加单位', 'audience');
}

/**
 * File ids by key. Pictures and files must be the caller's own and looked at by the server, or a foreign key would open
 * a foreign file.
 */
async function readyFiles(body: Body, openid: string): Promise<Record<string, string>> {
  const keys = filesOf(body);
  const ready = keys.length ? await uploads.byKeys(keys) : [];
  const files: Record<string, string> = {};
  for (const [i, block] of body.entries()) {
    if (block.type !== 'picture' && block.type !== 'file') continue;
    const upload = ready.find(({ _id }) => _id === block.fileKey);
    if (!upload?.fileId || upload.owner !== openid) {
      throw new AppError('invalid', '有一个图片或附件没有上传成功，请删掉后重新添加', `body.${i}.fileKey`);
    }
    files[block.fileKey] = upload.fileId;
  }
  return files;
}
