/** Limits of template values by type (WeChat subscribe-message documentation); the message of 47003 names the field. */
const length = (s: string) => [...s].length;
const DATE = /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2})( \d{1,2}:\d{2}(:\d{2})?)?$/;
const TIME = /^((\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/]\d{1,2}[-/]\d{1,2}) )?\d{1,2}:\d{2}(:\d{2})?$/;
const range = (pattern: RegExp) => (s: string) => s.split(/\s*~\s*/).every((part) => pattern.test(part));

const CHECKS: Record<string, (s: string) => boolean> = {
  thing: (s) => length(s) <= 20,
  number: (s) => s.length <= 32 && /^-?\d+(\.\d+)?$/.test(s),
  letter: (s) => s.length <= 32 && /^[A-Za-z]+$/.test(s),
  symbol: (s) => length(s) <= 5 && !/[\p{L}\p{N}]/u.test(s),
  character_string: (s) => s.length <= 32 && /^[\x20-\x7e]+$/.test(s),
  time: (s) => range(TIME)(s) || range(DATE)(s),
  date: (s) => range(DATE)(s),
  amount: (s) => /^[¥$€£￥]?\d{1,10}(\.\d{1,2})?元?$/.test(s),
  phone_number: (s) => s.length <= 17 && /^[\d+\- ()]+$/.test(s),
  car_number: (s) => length(s) <= 8,
  name: (s) => (/^[\p{Script=Han}·]+$/u.test(s) ? length(s) <= 10 : length(s) <= 20 && !/\d/.test(s)),
  phrase: (s) => length(s) <= 5 && /^\p{Script=Han}+$/u.test(s),
  enum: () => true,
};

/** True when a value fits a field such as `thing1`. Unknown types are refused. */
export function fitsField(fieldName: string, value: string): boolean {
  return CHECKS[fieldName.replace(/\d+$/, '')]?.(value) === true;
}
