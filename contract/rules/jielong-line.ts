/** A line of a 接龙 as it was typed: its signs put in order, the number in front told from the rest. */

/** A moment as chats show it, with or without its day. */
export const TIME =
  '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s*)?(?:\\d{1,2}月\\d{1,2}日\\s*)?' +
  '(?:(?:今天|昨天|前天|上午|下午|晚上|凌晨|中午|早上|星期.|周.)\\s*)*\\d{1,2}:\\d{2}(?::\\d{2})?';

const NUMBERS = [
  /^(?:第\s*)?[([【]\s*(\d{1,4})\s*[)\]】]\s*[.、:,]?\s*/,
  /^第?\s*(\d{1,4})\s*(?:家|位|个|号|名)?\s*[.、:,，。·;；)\]\-~—]+\s*(?!\d)/,
  /^no\.?\s*(\d{1,4})\s*[.、:\s]\s*/i,
  /^(\d{1,3})\s+(?=\S)/,
];
const CHINESE_NUMBER = /^([一二三四五六七八九十]{1,3})[、.]\s*/;

/** The number in front, and the rest. Digits that touch a word are a number only where the next one was due: 101煤矿 is a name. */
export function numbered(line: string, last: number): { n: number | null; rest: string } {
  for (const pattern of NUMBERS) {
    const found = pattern.exec(line);
    if (found && !new RegExp(`^${TIME}`).test(line))
      return { n: Number(found[1]), rest: line.slice(found[0].length) };
  }
  const chinese = CHINESE_NUMBER.exec(line);
  if (chinese) return { n: last + 1, rest: line.slice(chinese[0].length) };
  const touching = /^(\d{1,3})(?=[^\d\s:])/.exec(line);
  if (touching && Number(touching[1]) === last + 1)
    return { n: last + 1, rest: line.slice(touching[0].length) };
  return { n: null, rest: line };
}

/** Line breaks got lost: "1. 张三 2. 李四". */
export const severalNumbers = (line: string): string[] =>
  numbered(line, 0).n === null
    ? [line]
    : line
        .replace(/([\s,，;；。])(?=\d{1,3}[.、)]\s*[^\d\s.、)])/g, '$1\u0002')
        .split('\u0002')
        .map((piece) => piece.trim());

const CIRCLED: [first: number, last: number, number: number][] = [
  [0x2460, 0x2473, 1],
  [0x2474, 0x2487, 1],
  [0x2488, 0x249b, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x3251, 0x325f, 21],
];

/** Half-width signs, numbers in circles and on keys as numbers, ticks as one sign, pictures as spaces. */
export function tidy(line: string): string {
  return line
    .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u3000\t]/g, ' ')
    .replace(/(?:\d\ufe0f?\u20e3)+/g, (keys) => `${keys.replace(/[^\d]/g, '')}. `)
    .replace(/\ud83d\udd1f/g, '10. ')
    .replace(/[\u2460-\u249b\u2776-\u2793\u3251-\u325f]/g, circled)
    .replace(/[✓✔✅√☑]/g, ' ✓ ')
    .replace(/[✖✗✘❌❎]|\ud83d[\udeab\udc4e\ude45]/g, ' ✗ ')
    .replace(/[❓❔]/g, '?')
    .replace(
      /[\ud83c-\ud83e][\udc00-\udfff]|[\u2600-\u2712\u2715\u2716\u2718-\u2775\u2794-\u27bf\u2b00-\u2bff]/g,
      ' ',
    )
    .replace(/[\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff]/g, '')
    .replace(/﹣|－/g, '-')
    .trim();
}

function circled(one: string): string {
  const code = one.charCodeAt(0);
  const range = CIRCLED.find(([first, last]) => code >= first && code <= last);
  return range ? `${code - range[0] + range[2]}. ` : ' ';
}
