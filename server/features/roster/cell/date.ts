import { tidyText } from './text';

const DAY = 86_400_000;
const HAN = '〇一二三四五六七八九';

/** `YYYY-MM-DD` from an Excel serial or a date as people write it; a month or year alone is its first day. */
export function dayOf(
  { text, number, isDate }: { text: string; number: number | null; isDate: boolean },
  from1904: boolean,
): string | null {
  if (number !== null && (isDate || (number > 10_000 && number < 80_000))) return ofSerial(number, from1904);
  const said = digits(tidyText(text));
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(said);
  if (compact) return valid(compact[1], compact[2], compact[3]);
  const parts =
    /^(\d{2}|\d{4})(?:[-/.,、年 ]+(\d{1,2})(?:[-/.,、月 ]+(\d{1,2}))?)?[日号月年]?(?:[ T].*|(?:批准)?(?:入会|加入).{0,4})?$/.exec(
      said.replace(/\s*([年月日])\s*/g, '$1'),
    );
  if (!parts || (parts[1]?.length === 2 && !parts[2])) return null;
  return valid(parts[1], parts[2], parts[3]);
}

function ofSerial(serial: number, from1904: boolean): string | null {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(serial + 1e-6) * DAY);
  return Number.isNaN(date.getTime()) ? null : inReason(date.toISOString().slice(0, 10));
}

function valid(year = '', month = '1', day = '1'): string | null {
  const whole = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  const date = new Date(Date.UTC(whole, Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return inReason(date.toISOString().slice(0, 10));
}

const inReason = (day: string): string | null => (day >= '1900-01-01' && day < '2100-01-01' ? day : null);

/** 二〇一九年十二月三日 in digits. */
function digits(text: string): string {
  return text
    .replace(/[零○〇Oo](?=[〇一二三四五六七八九零○年])|[零○]/g, '〇')
    .replace(/[一二三四五六七八九]?十[一二三四五六七八九]?/g, (ten) => {
      const [tens = '', ones = ''] = ten.split('十');
      return String((tens ? HAN.indexOf(tens) : 1) * 10 + (ones ? HAN.indexOf(ones) : 0));
    })
    .replace(/[〇一二三四五六七八九]/g, (one) => String(HAN.indexOf(one)));
}
