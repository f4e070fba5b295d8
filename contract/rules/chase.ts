import { shanghaiDay, showDeadline } from './calendar';
import type { Ask } from './receipt';

/** WeChat cuts a longer text in the chat box (measured.md). */
export const PIECE = 2000;

/** What the missing have not done, and what they are asked to do, in a word or two. */
const words: Record<Ask, { missing: string; act: string }> = {
  nothing: { missing: '未打开', act: '点开小程序查看' },
  read: { missing: '未阅', act: '点开小程序阅读' },
  confirm: { missing: '未确认', act: '点开小程序确认' },
  form: { missing: '未填报', act: '点开小程序填报' },
};

export const missingWords = (ask: Ask): string => words[ask].missing;

const DAY = 86_400_000;

/** 今日17时 · 明日12时30分 · 11月26日（周四）17:00, as a secretary writes it in a group. */
export function deadlineWords(due: Date, now: Date): string {
  const day = (date: Date) => Math.floor((date.getTime() + 8 * 3600_000) / DAY);
  const days = day(new Date(due.getTime() - 1)) - day(now);
  if (days < 0 || days > 1) return showDeadline(due, now);
  const clock = showDeadline(due, now).slice(-5);
  const [hours, minutes] = clock.split(':').map(Number);
  return `${days === 0 ? '今日' : '明日'}${hours}时${minutes ? `${minutes}分` : ''}`;
}

/** Group text that names the missing, in pieces a chat box takes; every piece can be read alone. */
export function chasePieces(
  title: string,
  due: Date,
  now: Date,
  names: string[],
  ask: Ask = 'confirm',
  /** Of a formal document, 协会发〔2026〕12号. */
  number = '',
): string[] {
  if (names.length === 0) return [];
  const { missing, act } = words[ask];
  const head = `【催】《${title}》${number && `（${number}）`}尚有${names.length}家${missing}：`;
  const foot =
    due > now
      ? `。请${soon(due, now) ? '' : '于'}${deadlineWords(due, now)}前${act}，谢谢！`
      : `。已过截止时间，请尽快${act}，谢谢！`;
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

/** 今日 and 明日 read without 于. */
const soon = (due: Date, now: Date): boolean => /^[今明]日/.test(deadlineWords(due, now));

const SHORT: Record<Ask, string> = { nothing: '查看', read: '阅读', confirm: '确认收到', form: '填写回执' };

interface Sms {
  ask: Ask;
  title: string;
  hostName: string;
  unitName: string;
  due: Date;
  now: Date;
  url: string;
}

/** Words of an SMS with the liaison's own link. */
export function smsText({ ask, title, hostName, unitName, due, now, url }: Sms): string {
  const until =
    due > now ? `请${soon(due, now) ? '' : '于'}${deadlineWords(due, now)}前` : '已过截止时间，请尽快';
  return `【${hostName}】${unitName}：《${title}》${until}${SHORT[ask]}。请点击 ${url} 办理。`;
}

interface ToHead {
  ask: Ask;
  title: string;
  hostName: string;
  unitName: string;
  /** Of the head; empty: the file names none. */
  name: string;
  position: string;
  liaison: string;
  dueAt: Date;
  now: Date;
}

/** A letter or SMS to the unit's head, ready to copy. */
export function headText({
  ask,
  title,
  hostName,
  unitName,
  name,
  position,
  liaison,
  dueAt,
  now,
}: ToHead): string {
  const who = name ? `${name}${position}` : `${unitName}负责人`;
  const until = `${dueAt > now ? '请各单位于' : '已于'}${showDeadline(dueAt, now)}${dueAt > now ? '前回复' : '截止'}`;
  const whom = liaison ? `（联络员${liaison}）` : '（尚无登记的联络员）';
  return `${who}，您好！我会《${title}》${until}，贵单位${whom}至今${words[ask].missing}。烦请安排人员尽快办理，谢谢支持。${hostName}${sentOn(now)}`;
}

const sentOn = (now: Date): string => {
  const [year, month, day] = shanghaiDay(now).split('-').map(Number);
  return `，${year}年${month}月${day}日`;
};
