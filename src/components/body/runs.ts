import { fromPlainText, runsText, type Body, type Run } from '@contract/body';

/** Bold and colour of a run. */
export type Look = Pick<Run, 'bold' | 'color'>;

/** Places between characters: from the first on, up to before the second. */
export interface Range {
  start: number;
  end: number;
}

/** The text as typed now: what stayed keeps its look, what is new looks as what stands before it. */
export function retyped(runs: Run[], typed: string): Run[] {
  const was = runsText(runs);
  const both = Math.min(was.length, typed.length);
  let start = 0;
  while (start < both && was[start] === typed[start]) start += 1;
  let tail = 0;
  while (tail < both - start && was[was.length - 1 - tail] === typed[typed.length - 1 - tail]) tail += 1;
  // An emoji is two places: never one half of it.
  if (start > 0 && isHigh(was, start - 1)) start -= 1;
  if (tail > 0 && isHigh(was, was.length - tail - 1)) tail -= 1;
  const added = { ...lookAt(runs, start), text: typed.slice(start, typed.length - tail) };
  return joined([...cut(runs, 0, start), added, ...cut(runs, was.length - tail, was.length)]);
}

/** The part of a paragraph that is chosen, set in another look. */
export function marked(runs: Run[], { start, end }: Range, look: Look): Run[] {
  if (!runsText(runs)) return joined([{ ...lookAt(runs, 0), ...look, text: '' }]);
  const part = cut(runs, start, end).map((run) => ({ ...run, ...look }));
  return joined([...cut(runs, 0, start), ...part, ...cut(runs, end, runsText(runs).length)]);
}

/** Whether all of it looks so; of an empty paragraph what will be typed. */
export function looksAll(runs: Run[], { start, end }: Range, looks: (run: Look) => boolean): boolean {
  const part = cut(runs, start, end);
  return part.length ? part.every(looks) : looks(lookAt(runs, start));
}

/** Not all of it looks the same. */
export const isMixed = (runs: Run[]): boolean => joined(runs).length > 1;

/**
 * A paragraph as it is typed into. One line stays one (the cursor is in it); several, as when pasted, become paragraphs
 * and tables; Enter at the end begins another one.
 */
export function paragraphsOf(runs: Run[], typed: string): Body {
  const next = retyped(runs, typed);
  if (typed === `${runsText(runs)}\n` && typed.trim())
    return [
      { type: 'paragraph', runs },
      { type: 'paragraph', runs: [{ text: '' }] },
    ];
  const blocks = /\n\s*\S/.test(typed) ? fromPlainText(typed) : [];
  if (blocks.length < 2 && blocks[0]?.type !== 'table')
    return [{ type: 'paragraph', runs: retyped(runs, typed.replace(/\n+$/, '')) }];
  let from = 0;
  return blocks.map((block) => {
    if (block.type !== 'paragraph') return block;
    const text = runsText(block.runs);
    const at = typed.indexOf(text, from);
    // Blanks were put in order: it is not found as it was typed.
    if (at < 0) return { ...block, runs: [{ ...(!isMixed(next) && lookAt(next, 0)), text }] };
    from = at + text.length;
    return { ...block, runs: joined(cut(next, at, from)) };
  });
}

/** The items of a list as it is typed into, a line each. */
export function itemsOf(items: Run[][], typed: string): Run[][] {
  const lines = items.flatMap((item, i): Run[] => (i ? [{ text: '\n' }, ...item] : item));
  const next = retyped(lines, typed);
  let from = 0;
  return typed.split('\n').map((line) => {
    const item = joined(cut(next, from, from + line.length));
    from += line.length + 1;
    return item;
  });
}

const isHigh = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at));

function cut(runs: Run[], start: number, end: number): Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(start - at, 0), Math.max(end - at, 0));
    at += run.text.length;
    return text ? [{ ...run, text }] : [];
  });
}

/** How what is typed at this place will look. */
function lookAt(runs: Run[], at: number): Look {
  return lookOf(cut(runs, Math.max(at - 1, 0), Math.max(at, 1))[0] ?? runs[0]);
}

/** Neighbours that look the same are one; never none at all, an empty paragraph has its look too. */
function joined(runs: Run[]): Run[] {
  const whole: Run[] = [];
  for (const one of runs) {
    const last = whole[whole.length - 1];
    const run: Run = { text: one.text, ...lookOf(one) };
    if (last && last.bold === run.bold && last.color === run.color) last.text += run.text;
    else if (run.text) whole.push(run);
    else if (runs.length === 1) return [run];
  }
  return whole.length ? whole : [{ text: '', ...lookOf(runs[0]) }];
}

/** Only what differs from plain words. */
const lookOf = ({ bold, color }: Look = {}): Look => ({
  ...(bold && { bold }),
  ...(color && color !== 'default' && { color }),
});
