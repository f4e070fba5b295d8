import { runsText, type Block, type Body } from '@contract/body';
import { shanghaiDay } from '@contract/rules/calendar';

/** What frames the text of a formal document, on the page and wherever it is forwarded to. */

/** Many write 各会员单位： themselves, as the first words of the text. */
export const addressesItself = ([first]: Body): boolean =>
  first?.type === 'paragraph' && /^\s*(各|有关)[^：:。，]{1,40}[：:]/.test(runsText(first.runs));

/** 示例市煤炭工业协会文件 */
export const redHost = (hostName: string): string => `${hostName}文件`;

/** 落款: who issues it, and the day as offices write it. */
export function signedOn(publishedAt: string): string {
  const [year, month, day] = shanghaiDay(new Date(publishedAt)).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

interface Formal {
  hostName: string;
  publishedAt: string;
  addressee: string;
  body: Body;
}

/** 2026年11月23日, also in Chinese digits (二〇二六年十一月二十三日). */
const A_DAY =
  /^[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** A signing line is the name of a body: short, and no sentence. */
const A_NAME = /^[^，。；：！？,.;:!?]{1,38}(会|处|部|局|厅|院|所|室|中心|公司|集团|大学)$/;
/** Hosts that sign one document together. */
const MOST_NAMES = 4;

/** The text without its end where that is a signature already, and who signs: as written there, else the host today. */
export function signed({ hostName, publishedAt, body }: Omit<Formal, 'addressee'>): {
  body: Body;
  signature: string[];
} {
  const wordsAt = (back: number): string => {
    const block = body[body.length - back];
    return block?.type === 'paragraph' ? runsText(block.runs).replace(/\s+/g, '') : '';
  };
  if (!A_DAY.test(wordsAt(1))) return { body, signature: [hostName, signedOn(publishedAt)] };
  const names = namesBefore(wordsAt);
  return {
    body: body.slice(0, -names.length - 1),
    signature: [...(names.length ? names : [hostName]), wordsAt(1)],
  };
}

/** Names above the day, the topmost first. */
function namesBefore(wordsAt: (back: number) => string): string[] {
  const names: string[] = [];
  while (names.length < MOST_NAMES && A_NAME.test(wordsAt(names.length + 2)))
    names.unshift(wordsAt(names.length + 2));
  return names;
}

/** The text with whom it is for above and who signs it beneath. */
export function signedBody(notice: Formal): Body {
  const { body, signature } = signed(notice);
  return [...(addressesItself(body) ? [] : [line(`${notice.addressee}：`)]), ...body, ...signature.map(line)];
}

const line = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });
