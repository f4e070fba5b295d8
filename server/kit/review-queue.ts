import { checks, newCheck, type Check } from '../stores/checks';
import { people } from '../stores/people';
import type { Upload, Verdict } from '../stores/uploads';
import { sha256 } from './hash';

/** The one door to the queue of 内容审核 (decision D10): what WeChat did not decide, people do. */

/** The longest text kept for the reviewer: a piece as WeChat saw it. */
const EXCERPT = 2500;

/** Entry of these very words, whoever wrote them first: what was decided holds for them. */
export const textCheckId = (text: string): string => `text_${sha256(text).slice(0, 32)}`;

/** What words stand for when their writer is gone: the office's own, and units' answers. All others are the person's. */
export const standingWords: Record<'office' | 'units', readonly string[]> = {
  office: [
    '通知标题',
    '通知正文',
    '回执表的问题',
    '更正说明',
    '撤回原因',
    '代录',
    '联络组',
    '联络组文件名',
    '填写的文字',
    '单位资料',
    '单位材料名称',
    '退会原因',
    '协会设置',
    '公布名单的标题',
  ],
  units: ['回执表'],
};

export const pictureCheckId = (fileKey: string): string => `picture_${fileKey}`;

interface Words {
  openid: string;
  /** All of it, and the pieces WeChat stumbled at. */
  text: string;
  pieces: string[];
  label: number | null;
  about: string;
}

/** What people said of these words before, if they did; else they are asked. At most three requests. */
export async function queueWords({ openid, text, pieces, label, about }: Words): Promise<Check['state']> {
  const _id = textCheckId(text);
  const known = await checks.get(_id);
  if (known) return known.state;
  const name = await nameOf(openid);
  const excerpt = pieces.join('\n').slice(0, EXCERPT);
  const since = new Date();
  await checks.add(
    newCheck({
      _id,
      kind: 'text',
      verdict: 'review',
      label,
      openid,
      name,
      about,
      noticeIds: [],
      excerpt,
      fileKey: null,
      since,
    }),
  );
  return 'open';
}

/** A picture waits for a person; its notices are looked up when the list is read. */
export async function queuePicture(
  { _id: fileKey, owner, name: excerpt }: Upload,
  verdict: Verdict,
  label: number | null,
  now: Date,
): Promise<void> {
  await checks.add(
    newCheck({
      _id: pictureCheckId(fileKey),
      kind: 'picture',
      verdict,
      label,
      openid: owner,
      name: await nameOf(owner),
      about: '图片',
      noticeIds: [],
      excerpt,
      fileKey,
      since: now,
    }),
  );
}

async function nameOf(openid: string): Promise<string> {
  const person = await people.get(openid);
  return person?.staff?.name ?? person?.name ?? '';
}
