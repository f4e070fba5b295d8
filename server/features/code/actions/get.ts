import type { Act } from '../../../kit/act';
import { files } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { drawCode } from '../../../kit/wxa-code';
import { codes, type Code } from '../../../stores/codes';
import { presentCode } from '../present';

/** Page the mini-program code opens; no leading slash. */
const PAGE = 'features/filing/register/index';

export const get: Act<'code.get'> = async (ctx, { codeId }) => {
  const code = await codes.get(codeId);
  if (!code) throw new AppError('missing', '没有找到这张登记码');
  const pictureId = code.pictureId ?? (await draw(code));
  const urls = await files.urls([pictureId]);
  return { ...presentCode(code, ctx.now), pictureUrl: urls.get(pictureId) ?? '' };
};

/** Made once and kept; two at once make the same file. */
async function draw({ _id }: Code): Promise<string> {
  const pictureId = await drawCode(_id, PAGE, 'codes');
  await codes.picture(_id, pictureId);
  return pictureId;
}
