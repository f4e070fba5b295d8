import type { Act } from '../../../kit/act';
import { openapi } from '../../../kit/cloud';
import { AppError } from '../../../kit/errors';
import { people } from '../../../stores/people';

/** WeChat: the code is wrong, used or older than five minutes. */
const BAD_CODES = [40029, 40163];

/** The code works once; a repeat of the request finds the number on the person's row. */
export const phone: Act<'filing.phone'> = async (ctx, { code }) => {
  const { openid, person } = ctx.caller;
  const known = person?.verifiedBy === ctx.requestId ? person.verifiedMobile : null;
  const mobile = known ?? (await exchange(code));
  if (!known) await people.verifyMobile(openid, mobile, ctx.requestId);
  ctx.record({ collection: 'people', subjectId: openid });
  return { mobile };
};

async function exchange(code: string): Promise<string> {
  const reply = await openapi.phonenumber?.getPhoneNumber?.({ code }).catch((error: unknown) => {
    if (!BAD_CODES.includes(Number((error as { errCode?: unknown }).errCode))) throw error;
    throw new AppError('invalid', '手机号授权已失效，请重新点按钮授权，或手工填写手机号', 'code');
  });
  const { purePhoneNumber = '', countryCode = '' } = (reply?.phoneInfo ?? {}) as Record<string, string>;
  if (countryCode !== '86' || !/^1\d{10}$/.test(purePhoneNumber)) {
    throw new AppError('invalid', '微信绑定的不是大陆手机号，请手工填写手机号', 'code');
  }
  return purePhoneNumber;
}
