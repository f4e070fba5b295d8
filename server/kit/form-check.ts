import { pictureKeys, type FormKey, type FormPart } from '@contract/form';
import { uploads } from '../stores/uploads';
import { AppError } from './errors';
import { checkText, verdictOn } from './text-check';

/** What somebody sends of form A, besides its own rules; errors name `<at>.<field>`. */

/** A foreign or unchecked key would show a foreign file to the reviewer. At most one request. */
export async function picturesMustBeReady(openid: string, form: FormPart, at: string): Promise<void> {
  const pictures = pictureKeys.flatMap((use) => (form[use] ? [{ use, key: form[use] }] : []));
  if (pictures.length === 0) return;
  const ready = await uploads.byKeys(pictures.map(({ key }) => key));
  for (const { use, key } of pictures) {
    const upload = ready.find(({ _id }) => _id === key);
    if (!upload?.fileId || upload.owner !== openid || upload.use !== use)
      throw new AppError('invalid', '图片没有上传成功，请重新上传', `${at}.${use}`);
  }
}

/** All words in one call; only when something is wrong each field by itself, to name it or to show people no more than it. */
export async function wordsMustBeClean(openid: string, form: FormPart, at: string): Promise<void> {
  const words = wordsOf(form);
  const whole = words.map(([, text]) => text).join('\n');
  const { suggest } = await verdictOn(openid, whole, 'profile');
  if (suggest === 'pass') return;
  const verdicts: string[] = [];
  for (const [field, text] of words)
    verdicts.push(await checkText(openid, text, `${at}.${field}`, 'profile', '登记表'));
  // Only together they are wrong.
  if (suggest === 'risky') throw new AppError('risky', undefined, at);
  if (!verdicts.includes('review')) await checkText(openid, whole, at, 'profile', '登记表');
}

const typed = [
  'unitName',
  'address',
  'legalRep',
  'region',
  'industry',
  'fax',
  'website',
  'name',
  'ethnicity',
  'title',
  'position',
  'email',
  'wechat',
] as const satisfies readonly FormKey[];

/** What a person typed freely, by field path. */
function wordsOf({ resume = [], ...form }: FormPart): [string, string][] {
  const works = resume.map(({ work }, i): [string, string] => [`resume.${i}.work`, work]);
  return [...typed.map((key): [string, string] => [key, form[key] ?? '']), ...works].filter(
    ([, text]) => text !== '',
  );
}
