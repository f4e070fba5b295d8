import { showDeadline } from './calendar';
import { PIECE } from './chase';
import type { Ask } from './receipt';

/** What those did who are in the list. */
const did: Record<Ask, string> = { nothing: '已打开', read: '已阅', confirm: '已确认', form: '已填报' };

/** A unit that confirmed, and who did. */
export interface JielongDone {
  unitName: string;
  name: string;
}

/**
 * 接龙 text of the present state, confirmed units first, then a blank for each that is missing; in pieces a chat box
 * takes (measured.md), every piece with the title, numbers running through.
 */
export function jielongPieces(
  title: string,
  due: Date,
  now: Date,
  done: JielongDone[],
  missing: string[],
  ask: Ask = 'confirm',
): string[] {
  const lines = [
    ...done.map(({ unitName, name }) => `${[unitName, plainName(name)].filter(Boolean).join(' ')} ✓`),
    ...missing.map((unitName) => `${unitName} ____`),
  ].map((line, i) => `${i + 1}. ${line}`);
  if (lines.length === 0) return [];
  const until = due > now ? `请于${showDeadline(due, now)}前接龙` : '已过截止时间，请尽快接龙';
  const head = `#接龙\n《${title.replace(/\s+/g, ' ')}》${until}（${did[ask]}${done.length}家，还差${missing.length}家）\n`;
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces[pieces.length - 1];
    if (last && last.length + 1 + line.length <= PIECE) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(`${head}\n${line}`);
  }
  return pieces;
}

/** A name as it may stand in a list: nothing in it that would read as a number, a bracket or another name. */
const plainName = (name: string): string =>
  name.replace(/[^\u3400-\u9fffA-Za-z0-9\ud840-\ud88d\udc00-\udfff、]+/g, ' ').trim();
