import { pictureKeys, type FormKey, type FormPart } from '@contract/form';
import { uploads } from '../stores/uploads';
import { AppError } from './errors';
import { fieldsMustBeClean } from './text-check';

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

/** All words in one call, unless something is wrong. */
export const wordsMustBeClean = (openid: string, form: FormPart, at: string): Promise<void> =>
  fieldsMustBeClean(
    openid,
    wordsOf(form).map(([field, text]) => [`${at}.${field}`, text]),
    at,
    'profile',
    '登记表',
  );

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
