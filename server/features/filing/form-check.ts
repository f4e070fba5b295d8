import { formFault, formKeys, pictureKeys, type FormKey, type FormPart } from '@contract/form';
import type { Policy } from '@contract/policy/schema';
import { shanghaiDay } from '@contract/rules/calendar';
import type { Context } from '../../kit/context';
import { AppError } from '../../kit/errors';
import { checkText } from '../../kit/text-check';
import { uploads } from '../../stores/uploads';

/** Refuses a form that is not whole, whose pictures are not the caller's, or whose words WeChat calls risky. */
export async function mustBeSound(
  ctx: Context,
  form: FormPart,
  policy: Policy,
  changed: FormKey[] = formKeys,
): Promise<void> {
  const fault = formFault(form, policy.filing, shanghaiDay(ctx.now));
  if (fault) throw new AppError('invalid', fault.message, `form.${fault.field}`);
  const part: FormPart = Object.fromEntries(
    Object.entries(form).filter(([key]) => changed.some((one) => one === key)),
  );
  await picturesMustBeReady(ctx, part);
  await wordsMustBeClean(ctx.caller.openid, part);
}

/** A foreign or unchecked key would show a foreign file to the reviewer. */
async function picturesMustBeReady({ caller }: Context, form: FormPart): Promise<void> {
  const pictures = pictureKeys.flatMap((use) => (form[use] ? [{ use, key: form[use] }] : []));
  if (pictures.length === 0) return;
  const ready = await uploads.byKeys(pictures.map(({ key }) => key));
  for (const { use, key } of pictures) {
    const upload = ready.find(({ _id }) => _id === key);
    if (!upload?.fileId || upload.owner !== caller.openid || upload.use !== use) {
      throw new AppError('invalid', '图片没有上传成功，请重新上传', `form.${use}`);
    }
  }
}

/** All words in one call; only when something is wrong each field by itself, to name it. */
async function wordsMustBeClean(openid: string, form: FormPart): Promise<void> {
  const words = wordsOf(form);
  try {
    await checkText(openid, words.map(([, text]) => text).join('\n'), 'form', 'profile');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const [field, text] of words) await checkText(openid, text, `form.${field}`, 'profile');
    throw error;
  }
}

/** What a person typed freely, by field path. */
function wordsOf({ resume = [], ...form }: FormPart): [string, string][] {
  const keys = [
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
  ] as const;
  const typed = keys.map((key): [string, string] => [key, form[key] ?? '']);
  const works = resume.map(({ work }, i): [string, string] => [`resume.${i}.work`, work]);
  return [...typed, ...works].filter(([, text]) => text !== '');
}
