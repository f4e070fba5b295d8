import { PIECE } from './chase';

/** WeChat's QR picture of a group works 7 days; counted from its upload, for the day it was made is not known. */
export const QR_DAYS = 7;

/** Text that names who is not in the WeChat group yet, in pieces a chat box takes; every piece can be read alone. */
export function missingPieces(group: string, wechat: string, names: string[]): string[] {
  if (names.length === 0) return [];
  const where = wechat ? `微信群“${wechat}”` : '微信群';
  const head = `【${group}】还没进${where}的有${names.length}家：`;
  const pieces: string[] = [];
  for (let i = 0; i < names.length;) {
    let list = names[i] ?? '';
    for (i += 1; i < names.length; i += 1) {
      const longer = `${list}、${names[i] ?? ''}`;
      if (head.length + longer.length + 1 > PIECE) break;
      list = longer;
    }
    pieces.push(`${head}${list}。`);
  }
  return pieces;
}
