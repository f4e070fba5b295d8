import { filesOf, picturesOf, plainText, type Body } from '@contract/body';
import type { Asking } from '@contract/asking';
import { fileUrls, urlsOf } from '../../kit/file-urls';
import { sightOf } from '../../kit/picture-check';
import { textCheckId } from '../../kit/review-queue';
import { checks } from '../../stores/checks';
import { notices, type Notice } from '../../stores/notices';
import { uploads, type Upload } from '../../stores/uploads';

/** Notices and what people have yet to say of their words and pictures (内容审核, decision D10). */

type Looked = Pick<Notice, '_id' | 'title' | 'body' | 'asking' | 'check'>;

/** What the questions of a form say, a line each; empty where none is asked. */
export const askedWords = (asking: Asking): string =>
  asking.kind !== 'form'
    ? ''
    : asking.questions
        .flatMap((question) => [question.label, ...(question.kind === 'choice' ? question.options : [])])
        .join('\n');

/** Whoever decides about the words finds the notice; about a picture by `doubtful`. No request when nothing is in question. */
export async function linkChecks({ _id, title, body, asking, check }: Looked): Promise<void> {
  if (check === 'review')
    await checks.wentOut([title, plainText(body), askedWords(asking)].map(textCheckId), _id);
}

interface Shown {
  urls: Record<string, string>;
  held: Record<string, 'checking' | 'refused'>;
}

/**
 * What of a notice's files the caller may see. One more request where it has pictures not known to be fine; whoever finds
 * them all so notes it, and nobody asks again.
 */
export async function shownFiles(notice: Notice, forStaff: boolean): Promise<Shown> {
  const urls = () => (notice.files ? urlsOf(notice.files) : fileUrls(filesOf(notice.body)));
  if (notice.clear || picturesOf(notice.body).length === 0) return { urls: await urls(), held: {} };
  const shown = await sift(notice.body, urls(), forStaff);
  if (Object.keys(shown.held).length === 0) await notices.nowClear(notice);
  return shown;
}

/** The same of a text that is no notice, or no longer one: a draft, what stood there before a correction. */
export const filesForStaff = (body: Body, fileIds: Record<string, string>): Promise<Shown> =>
  sift(body, urlsOf(fileIds), true);

async function sift(body: Body, all: Promise<Shown['urls']>, forStaff: boolean): Promise<Shown> {
  const pictures = picturesOf(body);
  const [found, urls] = await Promise.all([pictures.length ? uploads.byKeys(pictures) : [], all]);
  const held = heldOf(found);
  const hidden = (key: string) => held[key] === 'refused' || (held[key] === 'checking' && !forStaff);
  return { urls: Object.fromEntries(Object.entries(urls).filter(([key]) => !hidden(key))), held };
}

const heldOf = (found: Upload[]): Shown['held'] =>
  Object.fromEntries(
    found.flatMap((upload) => {
      const sight = sightOf(upload);
      return sight === 'all' ? [] : [[upload._id, sight === 'none' ? 'refused' : 'checking'] as const];
    }),
  );
