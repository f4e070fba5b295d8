import { openapi } from './cloud';
import { AppError } from './errors';
import { queueWords } from './review-queue';

/** msgSecCheck v2 takes at most 2,500 characters a call and wants an openid seen within 2 hours (platform.md 1.6). */
const PIECE = 2500;
/** Pieces overlap, or a word across their border would pass. */
const OVERLAP = 50;
const SCENE_PROFILE = 1;
const SCENE_FORUM = 3;

type Scene = 'profile' | 'forum';

/**
 * Refuses what WeChat calls risky, naming `field`; what WeChat wants reviewed by people goes to their queue (内容审核), told
 * as `about`, and is reported as such until they decided: what they passed passes, what they refused is risky.
 * No words, no call: WeChat refuses an empty `content`.
 */
export async function checkText(
  openid: string,
  text: string,
  field: string,
  scene: Scene = 'forum',
  about = scene === 'profile' ? '登记资料' : '填写的文字',
): Promise<'pass' | 'review'> {
  const { suggest, pieces: doubtful, label } = await verdictOn(openid, text, scene);
  if (suggest === 'risky') throw new AppError('risky', undefined, field);
  if (suggest === 'pass') return 'pass';
  const state = await queueWords({ openid, text, pieces: doubtful, label, about });
  if (state === 'refused') throw new AppError('risky', undefined, field);
  return state === 'passed' ? 'pass' : 'review';
}

/** What somebody typed, by the path of its field. */
export type Typed = [field: string, text: string];

/**
 * Many short words at once, for one call; only when something is wrong each field by itself, to name it or to show people
 * no more than it. `at` is named where they are wrong only together.
 */
export async function fieldsMustBeClean(
  openid: string,
  words: Typed[],
  at: string,
  scene: Scene,
  about: string,
): Promise<void> {
  const whole = words.map(([, text]) => text).join('\n');
  const { suggest } = await verdictOn(openid, whole, scene);
  if (suggest === 'pass') return;
  const verdicts: string[] = [];
  for (const [field, text] of words) verdicts.push(await checkText(openid, text, field, scene, about));
  // Only together they are wrong.
  if (suggest === 'risky') throw new AppError('risky', undefined, at);
  if (!verdicts.includes('review')) await checkText(openid, whole, at, scene, about);
}

/** Those of what an editor sends that stand there otherwise, or not yet: what was looked at before is not again. */
export const freshWords = (words: Typed[], before: Typed[]): Typed[] => {
  const known = new Set(before.map(([, text]) => text));
  return words.filter(([, text]) => text !== '' && !known.has(text));
};

/** Whatever of it is written in Chinese, by its path. */
export function wordsIn(value: unknown, path: string): Typed[] {
  if (typeof value === 'string') return /[\u3400-\u9fff]/.test(value) ? [[path, value]] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, `${path}.${key}`));
}

interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  /** What WeChat stumbled at. */
  pieces: string[];
  label: number | null;
}

/** WeChat's word alone, the worst of all pieces. */
export async function verdictOn(openid: string, text: string, scene: Scene): Promise<Verdict> {
  const found: Verdict = { suggest: 'pass', pieces: [], label: null };
  if (text.trim() === '') return found;
  for (const content of pieces(text)) {
    const { suggest, label } = await ask(openid, content, scene);
    if (suggest === 'risky') return { suggest, pieces: [content], label };
    if (suggest === 'review') {
      found.suggest = 'review';
      found.pieces.push(content);
      found.label ??= label;
    } else if (suggest !== 'pass') throw new Error('msgSecCheck gave no verdict');
  }
  return found;
}

async function ask(
  openid: string,
  content: string,
  scene: Scene,
): Promise<{ suggest: string | undefined; label: number | null }> {
  const reply = await openapi.security?.msgSecCheck?.({
    openid,
    version: 2,
    scene: scene === 'profile' ? SCENE_PROFILE : SCENE_FORUM,
    content,
  });
  const { suggest, label } = (reply?.result ?? {}) as { suggest?: string; label?: unknown };
  return { suggest, label: Number(label) || null };
}

function* pieces(text: string): Generator<string> {
  for (let i = 0; i < text.length; i += PIECE - OVERLAP) {
    yield text.slice(i, i + PIECE);
    if (i + PIECE >= text.length) return;
  }
}
