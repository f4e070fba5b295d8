import { runsText, type Block, type Body } from '@contract/body';
import { retyped } from './runs';

/** The numbers people type before paragraphs and headings, as official papers order them (GB/T 9704, 7.3.3): 一、（一）1.（1）①. */

interface Level {
  mark: RegExp;
  read: (mark: string) => number;
  write: (n: number, mark: string) => string;
}

const HAN = '零一二三四五六七八九';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const levels: Level[] = [
  { mark: /^[一二三四五六七八九十]{1,3}(?=、)/, read: fromHan, write: toHan },
  {
    mark: /^[（(][一二三四五六七八九十]{1,3}(?=[）)])/,
    read: (mark) => fromHan(mark.slice(1)),
    write: (n, mark) => mark.charAt(0) + toHan(n),
  },
  { mark: /^\d{1,2}(?=[.．、](?!\d))/, read: Number, write: String },
  {
    mark: /^[（(]\d{1,2}(?=[）)])/,
    read: (mark) => Number(mark.slice(1)),
    write: (n, mark) => `${mark.charAt(0)}${n}`,
  },
  {
    mark: new RegExp(`^[${CIRCLED}]`),
    read: (mark) => CIRCLED.indexOf(mark) + 1,
    write: (n, mark) => CIRCLED.charAt(n - 1) || mark,
  },
];

/** From here on a number may begin anew at 1 where the text leads over to a list. */
const FIRST_OF_LISTS = 2;

interface Found {
  at: number;
  typed: string;
  wanted: string;
}

/** The numbers that do not follow each other, in order: what stands there, and what should. */
export function misnumbered(body: Body): Found[] {
  const last = levels.map(() => 0);
  const found: Found[] = [];
  body.forEach((block, at) => {
    const text = wordsOf(block).trim();
    const depth = levels.findIndex(({ mark }) => mark.test(text));
    const level = levels[depth];
    if (!level) {
      if (block.type === 'heading') last.fill(0);
      return;
    }
    const typed = level.mark.exec(text)?.[0] ?? '';
    const n = level.read(typed);
    const follows = (last[depth] ?? 0) + 1;
    const anew = n === 1 && depth >= FIRST_OF_LISTS && leadsOver(body[at - 1]);
    const wanted = anew ? 1 : follows;
    if (n !== wanted) found.push({ at, typed, wanted: level.write(wanted, typed) });
    last[depth] = wanted;
    last.fill(0, depth + 1);
  });
  return found;
}

/** The same text with its numbers in order. */
export function renumbered(body: Body): Body {
  const found = misnumbered(body);
  return body.map((block, at) => {
    const one = found.find((wrong) => wrong.at === at);
    return one ? reworded(block, wordsOf(block).replace(one.typed, one.wanted)) : block;
  });
}

function reworded(block: Block, text: string): Block {
  if (block.type === 'heading') return { ...block, text };
  return block.type === 'paragraph' ? { ...block, runs: retyped(block.runs, text) } : block;
}

const wordsOf = (block: Block | undefined): string =>
  block?.type === 'heading' ? block.text : block?.type === 'paragraph' ? runsText(block.runs) : '';

/** "请携带：" */
const leadsOver = (block: Block | undefined): boolean => /[：:]\s*$/.test(wordsOf(block));

/** 1 to 99. */
function fromHan(han: string): number {
  const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
  const ten = han.includes('十') ? (tens ? HAN.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? HAN.indexOf(ones) : 0);
}

function toHan(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : HAN.charAt(tens)}十`;
  return ten + (ones || !tens ? HAN.charAt(ones) : '');
}
