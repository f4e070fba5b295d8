import { filesOf, plainText, type Body } from '@contract/body';
import type { Act } from '../../../kit/act';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import { notices, type Notice } from '../../../stores/notices';
import { offices } from '../../../stores/offices';
import { uploads } from '../../../stores/uploads';
import { continuePublication } from '../publication';

/** Units written before the call answers; the rest, if any, is left to dispatch. */
const UNITS_PER_CALL = 2000;

/** Publishes to a snapshot of the audience. The row's id is the request id: sent twice, it is published once. */
export const publish: Act<'notice.publish'> = async (ctx, input) => {
  const notice = (await notices.get(ctx.requestId)) ?? (await begin(ctx, input));
  ctx.record({ collection: 'notices', subjectId: notice._id });
  if (notice.state === 'published') return { noticeId: notice._id, total: notice.counts.total, state: 'published' };

  const { total, done } = await continuePublication(notice, UNITS_PER_CALL);
  return { noticeId: notice._id, total, state: done ? 'published' : 'publishing' };
};

async function begin(...[ctx, input]: Parameters<typeof publish>): Promise<Notice> {
  const { openid, person } = ctx.caller;
  if (input.dueAt <= ctx.now.toISOString()) throw new AppError('invalid', '确认截止时间应晚于现在', 'dueAt');
  const host = (await offices.get())?.hosts.find(({ id }) => id === input.hostId);
  if (!host) throw new AppError('invalid', '没有这个发文单位', 'hostId');
  await filesMustBeReady(input.body, openid);
  await checkText(openid, input.title, 'title');
  const check = await checkText(openid, plainText(input.body), 'body');

  const notice: Notice = {
    _id: ctx.requestId,
    title: input.title,
    hostId: host.id,
    hostName: host.name,
    body: input.body,
    dueAt: new Date(input.dueAt),
    audience: input.audience,
    state: 'publishing',
    cursor: null,
    counts: { total: 0, opened: 0, confirmed: 0 },
    check,
    publishedAt: ctx.now,
    publishedBy: person?.staff?.name ?? '',
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
  };
  await notices.add(notice);
  return notice;
}

/** Pictures and files must be the caller's own and looked at by the server, or a foreign key would open a foreign file. */
async function filesMustBeReady(body: Body, openid: string): Promise<void> {
  const keys = filesOf(body);
  if (keys.length === 0) return;
  const ready = await uploads.byKeys(keys);
  for (const [i, block] of body.entries()) {
    if (block.type !== 'picture' && block.type !== 'file') continue;
    const upload = ready.find(({ _id }) => _id === block.fileKey);
    if (!upload?.fileId || upload.owner !== openid) {
      throw new AppError('invalid', '有一个图片或附件没有上传成功，请删掉后重新添加', `body.${i}.fileKey`);
    }
  }
}
