import { fileUses, type FileType, type FileUse } from '@contract/file';
import { pictureKeys } from '@contract/form';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Act } from '../../../kit/act';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { namedKind, smallerWords } from '../../../kit/file-kind';
import { otherPictureName } from '../../../kit/picture-fault';
import { otherSheetName } from '../../../kit/sheet-fault';
import { oldWordName } from '../../../kit/word-fault';
import { validCode } from '../../../kit/registration-code';
import { consented, member } from '../../../kit/rules';
import { filings } from '../../../stores/filings';
import { uploads } from '../../../stores/uploads';

const PER_DAY = 60;
const MB = 1024 * 1024;
/** What a registration takes; the rest is for staff and liaisons. */
const REGISTRATION: FileUse[] = [...pictureKeys, 'letter'];

/** A place to upload to; its row, under the request id, is the file's key everywhere. */
export const ticket: Act<'file.ticket'> = async (ctx, { use, name, size, codeId }) => {
  const { openid } = ctx.caller;
  const type = typeOf(use, name, size);
  await mustBeAllowed(ctx, use, codeId);

  const day = shanghaiDay(ctx.now);
  const [key, cloudPath] = [
    ctx.requestId,
    `files/${day.slice(0, 7)}/${ctx.requestId}/${ctx.requestId}.${type}`,
  ];
  const added = await uploads.add({
    _id: key,
    owner: openid,
    use,
    name,
    size,
    cloudPath,
    fileId: null,
    createdAt: ctx.now,
  });
  if (!added) return repeated(ctx, key);

  // Counted with this one in it: of two at the same moment none slips through.
  if ((await uploads.countSince(openid, new Date(`${day}T00:00:00+08:00`))) > PER_DAY) {
    await uploads.remove(key);
    throw new AppError('conflict', `每人每天最多上传${PER_DAY}个文件，请明天再传`);
  }
  ctx.record({ collection: 'uploads', subjectId: key });
  return { fileKey: key, cloudPath };
};

function typeOf(use: FileUse, name: string, size: number): FileType {
  const { label, max, types } = fileUses[use];
  const other = otherName(use, name);
  if (other) throw new AppError('invalid', other, 'name');
  if (size > max) throw new AppError('invalid', `${label}最大${max / MB}MB，${smallerWords(use)}`, 'size');
  const type = namedKind(name);
  if (!type || !types.some((one) => one === type)) {
    throw new AppError('invalid', `${label}只能是${types.join('、')}文件，请换一个`, 'name');
  }
  return type;
}

/** A kind of file that is known, and how to make it one we take. */
function otherName(use: FileUse, name: string): string | null {
  if (use === 'manuscript') return oldWordName(name);
  if (use === 'roster') return otherSheetName(name);
  return fileUses[use].types.some((type) => type === 'jpg') ? otherPictureName(name) : null;
}

/** Staff, liaisons and who stands in for one, whoever holds a valid code and consented, and whoever's registration is not decided yet. */
async function mustBeAllowed(ctx: Context, use: FileUse, codeId: string | undefined): Promise<void> {
  const { caller, now } = ctx;
  if (caller.person?.staff || caller.person?.seats.length || caller.person?.proxies.length) return;
  const registering = codeId
    ? !!(await validCode(codeId, now))
    : (await filings.openOf(caller.openid)).length > 0;
  if (!registering || !REGISTRATION.includes(use)) member(caller, undefined);
  if (codeId) consented(caller, undefined);
}

async function repeated(ctx: Context, key: string): ReturnType<typeof ticket> {
  const known = await uploads.get(key);
  if (known?.owner !== ctx.caller.openid) throw new AppError('conflict');
  ctx.record({ collection: 'uploads', subjectId: key });
  return { fileKey: key, cloudPath: known.cloudPath };
}
