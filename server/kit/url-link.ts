import { openapi } from './cloud';
import { AppError } from './errors';

/** Days a link lives, WeChat's most (platform.md §3). */
const DAYS = 30;
const DAY = 86_400_000;

/** WeChat's frequency limit (100 a second): the same call may work a little later. */
export const TOO_FAST = 44990;

/** What is the matter, for those of WeChat's codes that waiting does not cure. */
const sentences: Record<number, string> = {
  44993: '今天生成短信链接的次数已用完，请明天再试，或先打电话',
  45009: '今天生成短信链接的次数已用完，请明天再试，或先打电话',
  85079: '小程序还没有正式发布，微信不提供短信链接；请发布后再试，先用群卡片或电话',
  40165: '已发布的小程序里没有通知页面，请联系技术人员更新小程序后再试',
  41030: '已发布的小程序里没有通知页面，请联系技术人员更新小程序后再试',
  40212: '链接内容不被微信接受，请联系技术人员',
  85401: '链接的有效期不被微信接受，请联系技术人员',
  [-604101]: '小程序还没有开通短信链接的权限，请联系技术人员',
};

/**
 * A link that opens `page` from an SMS; it ends within 30 days, reckoned a little short. Throws `busy` when WeChat may say
 * otherwise a moment later, `closed` with the reason when it will not.
 */
export async function makeUrlLink(
  page: string,
  query: string,
  now: Date,
): Promise<{ url: string; expiresAt: Date }> {
  try {
    const reply = await openapi.urllink?.generate?.({
      path: `/${page}`,
      query,
      expireType: 1,
      expireInterval: DAYS,
    });
    const url = reply?.urlLink;
    if (typeof url !== 'string' || !url) throw new Error('urllink.generate gave no link');
    return { url, expiresAt: new Date(now.getTime() + (DAYS - 1) * DAY) };
  } catch (error) {
    throw errorOf(error);
  }
}

/** The error that says WeChat wants a rest. */
export class TooFast extends AppError {
  constructor() {
    super('busy', '微信提示生成得太快，请过一分钟再试');
  }
}

function errorOf(error: unknown): AppError {
  const code = Number((error as { errCode?: unknown }).errCode);
  if (code === TOO_FAST) return new TooFast();
  const sentence = sentences[code];
  if (sentence) return new AppError('closed', sentence);
  return new AppError('busy', '微信暂时没有给出短信链接，请稍后重试');
}
