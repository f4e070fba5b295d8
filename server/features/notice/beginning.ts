import { filesOf, picturesOf, plainText, type Body } from '@contract/body';
import type { Parsed } from '@contract/index';
import { shanghaiYear } from '@contract/rules/calendar';
import { withGroups } from '../../kit/audience';
import { AppError } from '../../kit/errors';
import { policyOf } from '../../kit/policy';
import { sightOf } from '../../kit/picture-check';
import { checkText } from '../../kit/text-check';
import { counters } from '../../stores/counters';
import { notices, type Notice } from '../../stores/notices';
import { offices, type Office } from '../../stores/offices';
import { units, type Recipients, type Unit } from '../../stores/units';
import { uploads } from '../../stores/uploads';
import { documentNumber } from '@contract/rules/number';
import { askedWords, linkChecks } from './looked-at';
import { ladderFor } from './ladder/plan';

/** What somebody wrote, as `notice.publish` takes it. */
export type Writing = Parsed<'notice.publish'>;

/** The same with whom it goes to, saved groups resolved. */
export type Addressed = Omit<Writing, 'audience'> & Pick<Notice, 'audience'>;

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

/** What a new version takes over from the one it corrects, and why it does. */
export type Version = Pick<Notice, 'number' | 'numberKey' | 'corrects' | 'correction'>;

/** Who publishes: a person now, or the timer for whoever set the time. */
export interface Publisher {
  _id: string;
  now: Date;
  by: string;
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

/** The first units of it in pinyin order; refuses an audience that holds nobody. */
export async function somebodyGetsIt(audience: Recipients, limit: number): Promise<Unit[]> {
  const first = await units.audience(await withGroups(audience), undefined, limit);
  if (first.length > 0) return first;
  if (audience.kind === 'units')
    throw new AppError('invalid', '所选单位已不在册，请重新选择', 'audience.unitIds');
  if (audience.kind === 'rule')
    throw new AppError('invalid', '没有符合这些条件的单位，请重新选择', 'audience');
  throw new AppError('invalid', '还没有会员单位，请先添加单位', 'audience');
}

/**
 * Writes the notice, `publishing` until its receipts are there. A formal document takes its number now, the next of its
 * host and year; one whose notice was never written stays a gap, which is allowed and listed. A correction takes the number of
 * what it corrects. `mine`: this very call wrote it.
 */
export async function beginNotice(
  writing: Addressed,
  { office, ...examined }: Examined,
  { _id, now, by }: Publisher,
  version?: Version,
): Promise<{ notice: Notice; mine: boolean }> {
  const notice: Notice = {
    _id,
    title: writing.title,
    hostId: writing.hostId,
    body: writing.body,
    dueAt: writing.asking.kind === 'nothing' ? now : new Date(writing.dueAt),
    asking: writing.asking,
    style: writing.style,
    audience: await withGroups(writing.audience),
    urgent: writing.urgent,
    push: { state: 'due', cursor: null },
    state: 'publishing',
    running: true,
    settled: writing.asking.kind === 'nothing',
    cursor: null,
    counts: { total: 0, opened: 0, confirmed: 0 },
    publishedAt: now,
    publishedBy: by,
    ...ladderFor(policyOf(office).notices, {
      ask: writing.asking.kind,
      dueAt: new Date(writing.dueAt),
      publishedAt: now,
      off: writing.rungsOff,
    }),
    order: `${now.toISOString()}_${_id}`,
    ...(version ?? (writing.style === 'formal' && (await numbered(office, writing.hostId, now, _id)))),
    ...examined,
  };
  await linkChecks(notice);
  if (await notices.add(notice)) return { notice, mine: true };
  // The same request, twice at once: the first one's words stand, perhaps others, to other units.
  return { notice: (await notices.get(notice._id)) ?? notice, mine: false };
}

/** Counter of a year's documents: numbers are counted per host and year (陕煤协会发〔2018〕25号). */
export const numbersOf = (year: number): string => `notice_${year}`;

/** Place of a document among those of its host and year, for listing them and the gaps between. */
export const numberKey = (hostId: string, year: number, n: number): string =>
  `${hostId}|${year}|${String(n).padStart(6, '0')}`;

async function numbered(
  office: Office,
  hostId: string,
  now: Date,
  requestId: string,
): Promise<Pick<Notice, 'number' | 'numberKey'>> {
  const year = shanghaiYear(now);
  const n = (await counters.take(numbersOf(year), [hostId], requestId))[hostId] ?? 0;
  const short = office.hosts.find(({ id }) => id === hostId)?.short ?? '';
  const text = documentNumber(policyOf(office), short, year, n);
  return { number: { year, n, text }, numberKey: numberKey(hostId, year, n) };
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
