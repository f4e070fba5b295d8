import { smsText } from '@contract/rules/chase';
import { makeUrlLink } from '../../../kit/url-link';
import { linkId, type Link } from '../../../stores/links';
import type { Notice } from '../../../stores/notices';
import type { Unit } from '../../../stores/units';

const PAGE = 'features/notice/detail/index';
/** Sent by SMS today it should open for some days yet. */
const FRESH_MS = 3 * 86_400_000;

export const isFresh = ({ expiresAt }: Pick<Link, 'expiresAt'>, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() > FRESH_MS;

export async function makeLink(noticeId: string, unitId: string, openid: string, now: Date): Promise<Link> {
  const made = await makeUrlLink(PAGE, `noticeId=${noticeId}&unitId=${unitId}`, now);
  return { _id: linkId(noticeId, unitId, openid), noticeId, unitId, ...made };
}

export const textOf = (
  { asking, title, hostName, dueAt }: Pick<Notice, 'asking' | 'title' | 'hostName' | 'dueAt'>,
  { name, short }: Pick<Unit, 'name' | 'short'>,
  url: string,
  now: Date,
): string => smsText({ ask: asking.kind, title, hostName, unitName: short || name, due: dueAt, now, url });
