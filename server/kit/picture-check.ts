import type { FileUse } from '@contract/file';
import type { PictureCheck, Upload } from '../stores/uploads';
import { openapi } from './cloud';

/** Pictures and WeChat's word on them (security.mediaCheckAsync v2, platform.md §1; decision D10). */

const MINUTE = 60_000;
/** WeChat answers within 30 minutes; then people look. */
const WAIT_MS = 40 * MINUTE;
const IMAGE = 2;
const SCENE_PROFILE = 1;
const SCENE_FORUM = 3;

/** A picture nobody asked about yet. */
export const newPictureCheck = (now: Date): PictureCheck => ({
  state: 'due',
  at: now,
  since: now,
  traceId: null,
  tries: 0,
  verdict: null,
});

/**
 * Asks WeChat; one request to it. Whatever goes wrong (45009, a time-out, an openid not seen for two hours) costs nothing
 * but time: it is asked again later, each time after twice as long, until the 40 minutes are over.
 */
export async function askAbout(
  check: PictureCheck,
  { owner, use }: Pick<Upload, 'owner' | 'use'>,
  url: string | undefined,
  now: Date,
): Promise<PictureCheck> {
  const tries = check.tries + 1;
  const until = new Date(check.since.getTime() + WAIT_MS);
  const traceId = url ? await trace(owner, use, url).catch(() => null) : null;
  if (traceId) return { ...check, state: 'asked', traceId, tries, at: until };
  const again = now.getTime() + MINUTE * 2 ** (tries - 1);
  return { ...check, state: 'due', tries, at: new Date(Math.min(again, until.getTime())) };
}

export const isOverdue = ({ since }: PictureCheck, now: Date): boolean =>
  now.getTime() - since.getTime() >= WAIT_MS;

async function trace(openid: string, use: FileUse, url: string): Promise<string | null> {
  const reply = await openapi.security?.mediaCheckAsync?.({
    mediaUrl: url,
    mediaType: IMAGE,
    version: 2,
    scene: use === 'photo' ? SCENE_PROFILE : SCENE_FORUM,
    openid,
  });
  const id = reply?.traceId ?? reply?.trace_id;
  return typeof id === 'string' && id ? id : null;
}

/** Who may see a picture now. Rows older than the check were shown before there was one. */
export function sightOf({ check }: Pick<Upload, 'check'>): 'all' | 'own' | 'none' {
  if (!check || check.state === 'pass') return 'all';
  return check.state === 'refused' || check.verdict === 'risky' ? 'none' : 'own';
}
