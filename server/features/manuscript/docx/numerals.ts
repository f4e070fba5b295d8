/** Numbers as Word's automatic numbering writes them (ECMA-376 17.18.59 ST_NumberFormat). */

const DIGITS = [...'〇一二三四五六七八九'];
const LEGAL = [...'零壹贰叁肆伍陆柒捌玖'];
const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** One number in a format; decimal where the format is none of ours. */
export function numeral(format: string, n: number): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(n, DIGITS, ['', '十', '百', '千']);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counted(n, LEGAL, ['', '拾', '佰', '仟']);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(n)].map((digit) => DIGITS[Number(digit)] ?? digit).join('');
    case 'ideographTraditional':
      return STEMS[(n - 1) % 10] ?? String(n);
    case 'ideographZodiac':
      return BRANCHES[(n - 1) % 12] ?? String(n);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x245f + n) : `(${n})`;
    case 'decimalEnclosedParen':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x2473 + n) : `(${n})`;
    case 'decimalEnclosedFullstop':
      return n >= 1 && n <= 20 ? String.fromCharCode(0x2487 + n) : `${n}.`;
    case 'ideographEnclosedCircle':
      return n >= 1 && n <= 10 ? String.fromCharCode(0x327f + n) : `(${n})`;
    case 'upperLetter':
      return letters(n);
    case 'lowerLetter':
      return letters(n).toLowerCase();
    case 'upperRoman':
      return roman(n);
    case 'lowerRoman':
      return roman(n).toLowerCase();
    default:
      return String(n);
  }
}

/** 十一, 二十, 一百零五; from 10000 on by digits. */
function counted(n: number, digits: string[], places: string[]): string {
  const [zero = '', one = ''] = digits;
  if (n <= 0 || n >= 10_000) return String(n);
  const figures = [...String(n)].map(Number);
  let written = '';
  figures.forEach((figure, i) => {
    const place = places[figures.length - 1 - i] ?? '';
    if (figure > 0) written += (digits[figure] ?? '') + place;
    else if (figures.slice(i).some((rest) => rest > 0) && !written.endsWith('零')) written += '零';
  });
  // 一十二 is said 十二; the legal figures keep their 壹.
  return n < 20 && n >= 10 && zero === '〇' && written.startsWith(one) ? written.slice(1) : written;
}

/** A…Z, AA, BB, …, as Word does it. */
const letters = (n: number): string =>
  n < 1 ? String(n) : String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(n: number): string {
  if (n < 1 || n >= 4000) return String(n);
  let [left, written] = [n, ''];
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) written += sign;
  return written;
}
