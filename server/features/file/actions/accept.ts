import { fileUses } from '@contract/file';
import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { fileKind, isPicture, namedKind } from '../../../kit/file-kind';
import { uploads, type Upload } from '../../../stores/uploads';

const MB = 1024 * 1024;

/** Looks at the bytes; a wrong file is deleted with its row. Accepted once, the answer stays the same. */
export const accept: Act<'file.accept'> = async (ctx, { fileKey, fileId }) => {
  const upload = await uploads.get(fileKey);
  if (upload?.owner !== ctx.caller.openid)
    throw new AppError('missing', '没有找到这个文件，请重新选择', 'fileKey');
  if (!fileId.endsWith(`/${upload.cloudPath}`) || (upload.fileId && upload.fileId !== fileId)) {
    throw new AppError('invalid', '文件地址与上传位置不符，请重新选择文件', 'fileId');
  }
  const url = (await files.urls([fileId])).get(fileId);
  if (!url) throw new AppError('invalid', '文件没有传上来，请检查网络后重新上传', 'fileId');
  const size = upload.fileId ? upload.size : await look(upload, fileId);
  ctx.record({ collection: 'uploads', subjectId: fileKey });
  return { fileKey, name: upload.name, size, url };
};

async function look(upload: Upload, fileId: string): Promise<number> {
  const bytes = await files.bytes(fileId);
  const fault = faultOf(upload, bytes);
  if (fault) {
    await files.remove([fileId]);
    await uploads.remove(upload._id);
    throw new AppError('invalid', fault, 'fileId');
  }
  await uploads.accept(upload._id, fileId, bytes.length);
  return bytes.length;
}

/** A phone may name a png jpg; a document must be what its name says. */
function faultOf({ use, name }: Upload, bytes: Buffer): string | null {
  const { label, max, types } = fileUses[use];
  if (bytes.length > max) return `${label}最大${max / MB}MB，这个文件已删除，请压缩后再传`;
  const [type, named] = [fileKind(bytes), namedKind(name)];
  const right =
    type &&
    types.some((one) => one === type) &&
    (type === named || (isPicture(type) && named && isPicture(named)));
  return right ? null : `这个文件的内容不是${types.join('、')}，已删除，请重新选择`;
}
