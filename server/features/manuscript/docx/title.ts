import type { Line } from './draft';

/** Blocks from the top among which a title is looked for: a red head and a number may come before it. */
const TOP = 12;
/** Half points: 小二 and larger (GB/T 9704 sets titles in 二号). */
const LARGE = 36;
const MAX_TITLE = 100;

/** The paper's title, which may run over several lines, and what is left of it without. */
export function titleOf(lines: Line[]): { title: string; rest: Line[] } {
  const top = lines.slice(0, TOP);
  const styled = top.findIndex(({ meta }) => meta?.isTitle);
  const start = styled >= 0 ? styled : top.findIndex(isLarge);
  if (start < 0) return { title: '', rest: lines };
  const same = (line: Line | undefined): boolean =>
    styled >= 0 ? !!line?.meta?.isTitle : line !== undefined && isLarge(line);
  let end = start;
  while (same(lines[end])) end += 1;
  const title = lines
    .slice(start, end)
    .map(({ meta }) => meta?.text ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return title && title.length <= MAX_TITLE
    ? { title, rest: [...lines.slice(0, start), ...lines.slice(end)] }
    : { title: '', rest: lines };
}

/** Red is the head (某某协会文件), which the office sets itself. */
const isLarge = ({ meta }: Line): boolean =>
  !!meta?.centered && meta.size >= LARGE && !meta.red && !/^[^，。]{2,30}文件$/.test(meta.text);
