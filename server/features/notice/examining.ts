import { filesOf, picturesOf, plainText, type Body } from '@contract/body';
import type { Parsed } from '@contract/index';
import { AppError } from '../../kit/errors';
import { sightOf } from '../../kit/picture-check';
import { checkText } from '../../kit/text-check';
import { offices, type Office } from '../../stores/offices';
import { uploads } from '../../stores/uploads';
import { askedWords } from './looked-at';

/** What somebody wrote, as `notice.publish` takes it. */
export type Writing = Parsed<'notice.publish'>;

/** What was found of it when its author sent it: words looked at by WeChat, files of the author's own (D10). */
export interface Examined {
  office: Office;
  hostName: string;
  files: Record<string, string>;
  check: 'pass' | 'review';
  /** Absent: there may be pictures WeChat has not judged, these. */
  clear?: boolean;
  doubtful?: string[];
}

/** A slip of the year would make every screen count working days for centuries. */
const LONGEST_MS = 366 * 86_400_000;

/**
 * Refuses what cannot be published, naming the field. `openid` is the author's, whose words and files they are; `known`: the
 * office where it was read before.
 */
export async function examine(
  writing: Omit<Writing, 'audience'>,
  openid: string,
  now: Date,
  kept: Record<string, string> = {},
  known?: Office | null,
): Promise<Examined> {
  if (writing.asking.kind !== 'nothing') dueMustFit(new Date(writing.dueAt), now);
  const office = known ?? (await offices.get());
  const host = office?.hosts.find(({ id }) => id === writing.hostId);
  if (!office || !host) throw new AppError('invalid', '没有这个发文单位', 'hostId');
  const text = await examineText(writing, openid, kept);
  const asked = await checkText(openid, askedWords(writing.asking), 'asking', 'forum', '回执表的问题');
  return { office, hostName: host.name, ...text, ...(asked === 'review' && { check: asked }) };
}

/** `kept`: files that stand in the text already, whoever sent them. */
export async function examineText(
  { title, body }: Pick<Writing, 'title' | 'body'>,
  openid: string,
  kept: Record<string, string> = {},
): Promise<Pick<Examined, 'files' | 'check' | 'clear' | 'doubtful'>> {
  const { files, doubtful } = await readyFiles(body, openid, kept);
  const verdicts = [
    await checkText(openid, title, 'title', 'forum', '通知标题'),
    await checkText(openid, plainText(body), 'body', 'forum', '通知正文'),
  ];
  return {
    files,
    check: verdicts.includes('review') ? 'review' : 'pass',
    ...(doubtful.length ? { doubtful } : { clear: true }),
  };
}

/** After now and within a year. */
export function dueMustFit(dueAt: Date, now: Date): void {
  const ahead = dueAt.getTime() - now.getTime();
  if (ahead <= 0) throw new AppError('invalid', '确认截止时间应晚于现在', 'dueAt');
  if (ahead > LONGEST_MS) throw new AppError('invalid', '确认截止时间应在一年以内', 'dueAt');
}

/**
 * File ids by key. Pictures and files must be the caller's own and looked at by the server, or a foreign key would open
 * a foreign file.
 */
async function readyFiles(
  body: Body,
  openid: string,
  kept: Record<string, string>,
): Promise<{ files: Record<string, string>; doubtful: string[] }> {
  const keys = filesOf(body).filter((key) => !kept[key]);
  const ready = keys.length ? await uploads.byKeys(keys) : [];
  const files: Record<string, string> = {};
  for (const [i, block] of body.entries()) {
    if (block.type !== 'picture' && block.type !== 'file') continue;
    const upload = ready.find(({ _id }) => _id === block.fileKey);
    const fileId = kept[block.fileKey] ?? (upload?.owner === openid ? upload.fileId : null);
    if (!fileId) {
      throw new AppError('invalid', '有一个图片或附件没有上传成功，请删掉后重新添加', `body.${i}.fileKey`);
    }
    if (upload && sightOf(upload) === 'none')
      throw new AppError('invalid', '这张图片没有通过内容审核，请删掉或换一张', `body.${i}.fileKey`);
    files[block.fileKey] = fileId;
  }
  const fine = new Set(ready.filter((one) => sightOf(one) === 'all').map(({ _id }) => _id));
  return { files, doubtful: picturesOf(body).filter((key) => !fine.has(key)) };
}
