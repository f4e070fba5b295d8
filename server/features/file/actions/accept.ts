import { fileUses } from '@contract/file';
import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { fileKind, isPicture, namedKind, smallerWords } from '../../../kit/file-kind';
import { askAbout, newPictureCheck } from '../../../kit/picture-check';
import { pictureFault } from '../../../kit/picture-fault';
import { sheetFault } from '../../../kit/sheet-fault';
import { wordFault } from '../../../kit/word-fault';
import { uploads, type Upload } from '../../../stores/uploads';

const MB = 1024 * 1024;

/**
 * Looks at the bytes; a wrong file is deleted with its row. A right one is copied to a place only functions write to,
 * for its sender could change what he sent. Accepted once, the answer stays the same.
 */
export const accept: Act<'file.accept'> = async (ctx, { fileKey, fileId: sentId }) => {
  const upload = await uploads.get(fileKey);
  if (upload?.owner !== ctx.caller.openid)
    throw new AppError('missing', '没有找到这个文件，请重新选择', 'fileKey');
  const known = upload.fileId && (upload.sentId ?? upload.fileId);
  if (!sentId.endsWith(`/${upload.cloudPath}`) || (known && known !== sentId)) {
    throw new AppError('invalid', '文件地址与上传位置不符，请重新选择文件', 'fileId');
  }
  const { fileId, size } = accepted(upload) ?? (await keep(upload, sentId, ctx.now));
  // On a repeat as well: the act may have died before it.
  if (fileId !== sentId) await files.remove([sentId]);
  const url = (await files.urls([fileId])).get(fileId);
  if (!url) throw notThere();
  ctx.record({ collection: 'uploads', subjectId: fileKey });
  return { fileKey, name: upload.name, size, url };
};

type Kept = { fileId: string; size: number };

const accepted = (upload: Upload | null): Kept | null =>
  upload?.fileId ? { fileId: upload.fileId, size: upload.size } : null;

const notThere = () => new AppError('invalid', '文件没有传上来，请检查网络后重新上传', 'fileId');

async function keep(upload: Upload, sentId: string, now: Date): Promise<Kept> {
  const bytes = await bytesOf(sentId).catch(async (error: unknown) => {
    if (accepted(await uploads.get(upload._id))) return null;
    throw error;
  });
  // Gone: never sent, or the same request at the same moment has kept it already.
  if (!bytes) return orThrow(accepted(await uploads.get(upload._id)));
  const fault = faultOf(upload, bytes);
  if (fault) {
    await files.remove([sentId]);
    await uploads.remove(upload._id);
    throw new AppError('invalid', fault, 'fileId');
  }
  const size = bytes.length;
  const fileId = await files.upload(`kept/${upload._id}.${namedKind(upload.name)}`, bytes);
  const check = await checkOf(upload, fileId, now);
  if (await uploads.accept(upload._id, { fileId, sentId, size, ...check })) return { fileId, size };
  return orThrow(accepted(await uploads.get(upload._id)));
}

/** Pictures are shown to others only after a look at their content (D10); asked before the row is written, in one go. */
async function checkOf(upload: Upload, fileId: string, now: Date): Promise<Pick<Upload, 'check'>> {
  const type = namedKind(upload.name);
  if (!type || !isPicture(type)) return {};
  const url = (await files.urls([fileId])).get(fileId);
  return { check: await askAbout(newPictureCheck(now), upload, url, now) };
}

function orThrow(kept: Kept | null): Kept {
  if (!kept) throw notThere();
  return kept;
}

async function bytesOf(fileId: string): Promise<Buffer | null> {
  if (!(await files.urls([fileId])).has(fileId)) return null;
  return files.bytes(fileId);
}

/** A phone may name a png jpg; a document must be what its name says. */
function faultOf({ use, name }: Upload, bytes: Buffer): string | null {
  const { label, max, types } = fileUses[use];
  if (bytes.length > max) return `${label}最大${max / MB}MB，这个文件已删除，${smallerWords(use)}`;
  const [type, named] = [fileKind(bytes), namedKind(name)];
  if (use === 'manuscript') return wordFault(bytes, type === 'docx');
  if (use === 'roster') return sheetFault(bytes, type, named);
  const right =
    type &&
    types.some((one) => one === type) &&
    (type === named || (isPicture(type) && named && isPicture(named)));
  const other = named && isPicture(named) ? pictureFault(bytes) : null;
  return right ? null : (other ?? `这个文件的内容不是${types.join('、')}，已删除，请重新选择`);
}
