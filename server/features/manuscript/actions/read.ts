import type { Block } from '@contract/body';
import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import type { Context } from '../../../kit/context';
import { AppError } from '../../../kit/errors';
import { fileKind } from '../../../kit/file-kind';
import { fileUrls } from '../../../kit/file-urls';
import { askAbout, newPictureCheck } from '../../../kit/picture-check';
import { wordFault } from '../../../kit/word-fault';
import { uploads } from '../../../stores/uploads';
import type { Draft } from '../docx/draft';
import { fit, type Media } from '../docx/fit';
import { readDocx, type Reading } from '../docx/read-docx';

const DOCX_MAX = 10 * 1024 * 1024;

/** Takes a .docx over as structured text; a repeat reads it again and finds the pictures of the first time. */
export const read: Act<'manuscript.read'> = async (ctx, { fileKey }) => {
  const reading = readingOf(await ownBytes(ctx, fileKey));
  const { blocks, media } = fit(reading);
  const left = reading.left.told();
  if (blocks.length === 0) throw unreadable(['这个文件里没有可以导入的文字', ...left].join('；'));
  const keys = await kept(ctx, media);
  ctx.record({ collection: 'uploads', subjectId: fileKey });
  return {
    title: reading.title,
    blocks: blocks.map((block) => withKey(block, keys)),
    left,
    urls: await fileUrls([...keys.values()]),
  };
};

const unreadable = (sentence: string) => new AppError('invalid', sentence, 'fileKey');

async function ownBytes({ caller }: Context, fileKey: string): Promise<Buffer> {
  const upload = await uploads.get(fileKey);
  if (upload?.owner !== caller.openid || !upload.fileId)
    throw new AppError('missing', '没有找到这个文件，请重新选择', 'fileKey');
  if (upload.size > DOCX_MAX) throw unreadable('Word文档最大10MB，请删去大图片后再导入，或作为附件添加');
  const bytes = await files.bytes(upload.fileId);
  const fault = wordFault(bytes, fileKind(bytes) === 'docx');
  if (fault) throw unreadable(fault);
  return bytes;
}

function readingOf(bytes: Buffer): Reading {
  try {
    return readDocx(bytes);
  } catch {
    throw unreadable('这个文件打不开，可能已损坏或过于复杂，请用Word或WPS打开，另存为.docx后再导入');
  }
}

/**
 * The paper's pictures as uploads of the caller, under keys made of the request, so that what is published with them is
 * the caller's own. Keys by name in the archive.
 */
async function kept(ctx: Context, media: Map<string, Media>): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const [i, [name, picture]] of [...media].entries()) {
    const key = `${ctx.requestId}-${i + 1}`;
    await keep(ctx, key, picture, i + 1);
    keys.set(name, key);
  }
  return keys;
}

async function keep(ctx: Context, key: string, { bytes, extension }: Media, n: number): Promise<void> {
  const known = await uploads.get(key);
  if (known?.owner === ctx.caller.openid && known.fileId) return;
  if (known) throw new AppError('conflict');
  const cloudPath = `kept/${key}.${extension}`;
  const fileId = await files.upload(cloudPath, bytes);
  const upload = {
    _id: key,
    owner: ctx.caller.openid,
    use: 'picture' as const,
    name: `图片${n}.${extension}`,
    size: bytes.length,
    cloudPath,
    fileId,
    createdAt: ctx.now,
  };
  const url = (await files.urls([fileId])).get(fileId);
  const check = await askAbout(newPictureCheck(ctx.now), upload, url, ctx.now);
  await uploads.add({ ...upload, check });
}

function withKey(block: Draft, keys: Map<string, string>): Block {
  if (block.type !== 'picture') return block;
  return { type: 'picture', fileKey: keys.get(block.media) ?? '', caption: '' };
}
