import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { checkText } from '../../../kit/text-check';
import type { Parsed } from '@contract/index';
import { filings } from '../../../stores/filings';
import { offices, type Office } from '../../../stores/offices';
import { papers, type Paper } from '../../../stores/papers';
import { defaultTitle, documentOf, everybodyOn, takeNumber } from '../announcing';
import { fileName } from '../../../office/file-name';
import { mustBeHosts } from '../office-hosts';
import { handOut } from '../produce';

/**
 * Publishes who qualified. The list's row comes first, then one conditional update takes the people onto it, then the
 * document is made of whoever is on it: a repeat after any break finds the same people and the same number, also for a
 * colleague who finishes an interrupted list.
 */
export const announce: Act<'paper.announce'> = async (ctx, input) => {
  const office = await offices.get();
  const known = await papers.get(ctx.requestId);
  const begun = known ? orConflict(known) : await begin(ctx, office, input);
  const paper = begun.fileId ? begun : await finish(ctx, office, begun);
  ctx.record({ collection: 'papers', subjectId: paper._id });
  const { number = '', people = 0 } = paper.announcement ?? {};
  return { ...(await handOut(paper)), paperId: paper._id, number, people };
};

async function begin(ctx: Context, office: Office | null, input: Parsed<'paper.announce'>): Promise<Paper> {
  const { hostIds, except, title, number } = input;
  const until = new Date(input.until);
  const [first, ...others] = mustBeHosts(office, hostIds);
  if (until > ctx.now) throw new AppError('invalid', '名单时间不能晚于现在', 'until');
  if ((await filings.countUnannounced(hostIds, until)) <= except.length)
    throw new AppError('conflict', '没有需要公布的人员，可能刚刚已经发文公布');
  await checkText(ctx.caller.openid, title, 'title', 'forum', '公布名单的标题');
  await checkText(ctx.caller.openid, number, 'number', 'forum', '公布名单的标题');
  const paper: Paper = {
    _id: ctx.requestId,
    kind: 'announcement',
    subjectId: ctx.requestId,
    unitId: null,
    by: ctx.caller.openid,
    fileId: null,
    name: '',
    size: 0,
    part: null,
    announcement: {
      title: title || defaultTitle(office),
      number: number || (await takeNumber(office, first, ctx.now)),
      hostIds: [first, ...others],
      until,
      except,
      people: 0,
    },
    at: ctx.now,
    expiresAt: null,
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
  };
  if (await papers.add(paper)) return paper;
  return orConflict(await papers.get(ctx.requestId));
}

async function finish(ctx: Context, office: Office | null, paper: Paper): Promise<Paper> {
  const { announcement } = paper;
  if (!announcement) throw new AppError('conflict');
  const { hostIds, until, except, title, number } = announcement;
  await filings.announce(paper._id, hostIds, until, except);
  const rows = await everybodyOn(paper._id);
  if (rows.length === 0) {
    await papers.drop([paper._id]);
    throw new AppError('conflict', '名单上的人员刚刚已由另一份文件公布');
  }
  const bytes = await documentOf(office, announcement, rows, paper.at);
  const made = {
    fileId: await files.upload(`produced/${paper._id}/announcement.docx`, bytes),
    name: `${fileName(number, title)}.docx`,
    size: bytes.length,
    announcement: { ...announcement, people: rows.length },
  };
  await papers.finish(paper._id, made);
  return { ...paper, ...made };
}

function orConflict(paper: Paper | null): Paper {
  if (paper?.kind !== 'announcement') throw new AppError('conflict');
  return paper;
}
