import { tidyText } from './text';

export interface Numbers {
  mobiles: string[];
  landlines: string[];
  /** What is neither. */
  rest: string;
  /** 186****8253: a number we gave out masked. */
  masked: string[];
}

const GAP = '[ .·\\-‐‑–—_]{0,2}';
const MOBILE = new RegExp(`(?<!\\d)(?:\\+?(?:00)?86${GAP})?(1[3-9]\\d(?:${GAP}\\d){8})(?!\\d)`, 'g');
/** Two of them written without anything between. */
const JOINED = /(?<!\d)(1[3-9]\d{9})(1[3-9]\d{9})(?!\d)/g;
/** A number Excel turned into 1.39…E+10, with all its digits still there. */
const POWER = /(?<![\d.])1\.(\d{10})e\+?10(?!\d)/gi;
/** The same with digits lost for good. */
export const POWER_CUT = /(?<![\d.])1\.\d{1,9}e\+?10(?!\d)/i;
const LANDLINE =
  /(?<!\d)\(?(?:\+?86[ -]?)?(?:0\d{2,3}|400|800)?\)?[ \-—–]{0,2}\d{3,4}[ -]?\d{3,4}(?:(?:转|[-—–]|ext\.?)\s*\d{1,6})?(?!\d)/gi;
const MASKED = /1\d{2}\*{4}\d{4}/g;

/** Numbers in a cell, however written: spaces, dashes, dots, +86, full-width digits, several behind each other. */
export function numbersIn(typed: string): Numbers {
  let left = tidyText(typed).replace(POWER, '1$1').replace(JOINED, '$1 $2');
  const take = (form: RegExp): string[] => {
    const found: string[] = [];
    left = left.replace(form, (whole: string, first?: unknown) => {
      found.push(typeof first === 'string' ? first : whole);
      return ' ; ';
    });
    return found;
  };
  const masked = take(MASKED);
  const mobiles = take(MOBILE).map((one) => one.replace(/\D/g, ''));
  const landlines = take(LANDLINE).map((one) => one.trim());
  const rest = left.replace(/[;,，；、/\\|\s]+/g, ' ').trim();
  return { mobiles: [...new Set(mobiles)], landlines, rest, masked };
}
