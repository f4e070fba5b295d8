import type { Context } from '../kit/context';
import { files } from '../kit/cloud';
import { AppError } from '../kit/errors';
import { exported, type Exported } from '../stores/exports';

const DAY = 86_400_000;
/** They hold personal data: the file goes, the row that says who took it stays. */
const KEPT_DAYS = 3;
const SWEPT_AT_ONCE = 50;

interface Wanted {
  kind: Exported['kind'];
  asked: string;
  make: () => Promise<Pick<Exported, 'name' | 'count' | 'masked'> & { bytes: Buffer }>;
}

/** Makes a file once per request id; its repeat gives the same file. */
export async function produce(ctx: Context, { kind, asked, make }: Wanted): Promise<Exported> {
  const known = await exported.get(ctx.requestId);
  if (known) return mustBeSame(ctx, known, kind, asked);
  const { bytes, name, count, masked } = await make();
  const extension = name.split('.').pop() ?? 'xlsx';
  const fileId = await files.upload(`kept/exports/${ctx.requestId}.${extension}`, bytes);
  const expiresAt = new Date(ctx.now.getTime() + KEPT_DAYS * DAY);
  const row: Exported = {
    _id: ctx.requestId,
    kind,
    asked,
    openid: ctx.caller.openid,
    fileId,
    name,
    count,
    masked,
    at: ctx.now,
    expiresAt,
  };
  if (!(await exported.add(row))) {
    const first = await exported.get(ctx.requestId);
    if (first) return mustBeSame(ctx, first, kind, asked);
  }
  await sweep(ctx.now);
  return row;
}

function mustBeSame(ctx: Context, row: Exported, kind: Exported['kind'], asked: string): Exported {
  const other = row.expiresAt !== null && row.asked !== asked;
  if (row.kind !== kind || other || row.openid !== ctx.caller.openid) throw new AppError('conflict');
  return row;
}

/** Where the file can be fetched for now. */
export async function handOut({ fileId, name }: Exported): Promise<{ url: string; name: string }> {
  const url = (await files.urls([fileId])).get(fileId);
  if (!url) throw new AppError('expired', '这份文件已经清理，请重新导出');
  return { url, name };
}

async function sweep(now: Date): Promise<void> {
  const old = await exported.expired(now, SWEPT_AT_ONCE);
  if (old.length === 0) return;
  await files.remove(old.map(({ fileId }) => fileId));
  await exported.gone(old.map(({ _id }) => _id));
}
