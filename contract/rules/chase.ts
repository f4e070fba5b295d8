import { showDeadline } from './calendar';

/** WeChat cuts a longer text in the chat box (measured.md). */
export const PIECE = 2000;

/** Group text that names the missing, in pieces a chat box takes; every piece can be read alone. */
export function chasePieces(title: string, due: Date, now: Date, names: string[]): string[] {
  if (names.length === 0) return [];
  const head = `【催】《${title}》尚有${names.length}家未确认：`;
  const foot =
    due > now
      ? `。请于${showDeadline(due, now)}前点开小程序确认，谢谢！`
      : '。已过截止时间，请尽快点开小程序确认，谢谢！';
  const pieces: string[] = [];
  for (let i = 0; i < names.length;) {
    let list = names[i] ?? '';
    for (i += 1; i < names.length; i += 1) {
      const longer = `${list}、${names[i] ?? ''}`;
      if (head.length + longer.length + foot.length > PIECE) break;
      list = longer;
    }
    pieces.push(`${head}${list}${foot}`);
  }
  return pieces;
}
