import type { Context } from '../../kit/context';
import { files } from '../../kit/cloud';
import { AppError } from '../../kit/errors';
import { papers, type Paper } from '../../stores/papers';
import { sweep } from './sweep';

const DAY = 86_400_000;
/** A copy with personal data stays this long for a repeat of the request. */
const KEPT_DAYS = 3;

export interface Made {
  bytes: Buffer;
  name: string;
  part?: Paper['part'];
}

interface Wanted {
  kind: Paper['kind'];
  subjectId: string;
  unitId: string | null;
  /** What of it the caller may have is decided before. */
  make: () => Promise<Made>;
}

/** Makes a file once per request id; its repeat gives the same file. Nothing personal stands in the path. */
export async function produce(ctx: Context, { kind, subjectId, unitId, make }: Wanted): Promise<Paper> {
  const known = await papers.get(ctx.requestId);
  if (known) return mustBeSame(ctx, known, kind, subjectId);
  const { bytes, name, part = null } = await make();
  const extension = name.split('.').pop() ?? 'docx';
  const fileId = await files.upload(`produced/${ctx.requestId}/${kind}.${extension}`, bytes);
  const paper: Paper = {
    _id: ctx.requestId,
    kind,
    subjectId,
    unitId,
    by: ctx.caller.openid,
    fileId,
    name,
    size: bytes.length,
    part,
    announcement: null,
    at: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + KEPT_DAYS * DAY),
    order: `${ctx.now.toISOString()}_${ctx.requestId}`,
  };
  if (!(await papers.add(paper))) {
    const first = await papers.get(ctx.requestId);
    if (first) return mustBeSame(ctx, first, kind, subjectId);
  }
  await sweep(ctx.now);
  return paper;
}

/** A request id used for another paper would hand out a file the caller did not ask for. */
function mustBeSame(ctx: Context, paper: Paper, kind: Paper['kind'], subjectId: string): Paper {
  if (paper.kind !== kind || paper.subjectId !== subjectId || paper.by !== ctx.caller.openid)
    throw new AppError('conflict');
  return paper;
}

/** Where the file can be fetched for now. */
export async function handOut({
  fileId,
  name,
  size,
}: Paper): Promise<{ url: string; name: string; size: number }> {
  const url = fileId && (await files.urls([fileId])).get(fileId);
  if (!url) throw new AppError('expired', '这份文件已经清理，请重新生成');
  return { url, name, size };
}
