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

/** The text with whom it is for above and who signs it beneath. */
export const signedBody = ({ hostName, publishedAt, addressee, body }: Formal): Body => [
  ...(addressesItself(body) ? [] : [line(`${addressee}：`)]),
  ...body,
  line(hostName),
  line(signedOn(publishedAt)),
];

const line = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });
