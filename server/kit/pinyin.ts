/** One character of a text as a search sees it: `sound` is its toneless pinyin (ü as v) or the letter or digit itself. */
export interface Spelled {
  sound: string;
  han: boolean;
}

/** Names of places pinyin-pro reads wrongly inside a unit's name; syllables by character. */
const PLACES: Record<string, string> = {
  长安: 'chang an',
  长武: 'chang wu',
  子长: 'zi chang',
  延长: 'yan chang',
  吴堡: 'wu bu',
  瓦窑堡: 'wa yao bu',
  单县: 'shan xian',
  乐都: 'le du',
  尉犁: 'yu li',
  番禺: 'pan yu',
  会理: 'hui li',
  六枝: 'liu zhi',
  洪洞: 'hong tong',
};

/** Reads a text; what is no Han character, letter or digit divides it (null). `person`: it begins with a surname (曾 zeng, 单 shan). */
export function spell(text: string, person = false): (Spelled | null)[] {
  const read = pinyinPro().pinyin(text, { toneType: 'none', type: 'all', v: true });
  const spelled = read.map(({ origin, pinyin, isZh }): Spelled | null => {
    if (isZh && /^[a-z]+$/.test(pinyin)) return { sound: pinyin, han: true };
    return /^[A-Za-z0-9]$/.test(origin) ? { sound: origin.toLowerCase(), han: false } : null;
  });
  const characters = read.map(({ origin }) => origin).join('\u0000');
  for (const [place, sounds] of Object.entries(PLACES))
    correct(spelled, characters, [...place].join('\u0000'), sounds);
  // The library's way with surnames reads the words behind them apart (会计 hui ji): only the first sound is taken.
  if (person && spelled[0]?.han) spelled[0] = { sound: surname(text), han: true };
  return spelled;
}

const surname = (name: string): string =>
  pinyinPro().pinyin(name, { toneType: 'none', v: true, surname: 'head', type: 'array' })[0] ?? '';

/** The whole text as syllables with spaces between: the key Chinese names are sorted by. */
export function sortPinyin(text: string, max: number): string {
  const words = spell(text).map((one) => (one ? (one.han ? ` ${one.sound} ` : one.sound) : ' '));
  return words.join('').trim().replace(/ +/g, ' ').slice(0, max).trim();
}

function correct(spelled: (Spelled | null)[], characters: string, place: string, sounds: string): void {
  for (let at = characters.indexOf(place); at >= 0; at = characters.indexOf(place, at + 1)) {
    const first = characters.slice(0, at).split('\u0000').length - 1;
    sounds.split(' ').forEach((sound, i) => {
      spelled[first + i] = { sound, han: true };
    });
  }
}

/** At the first name only: loading costs about 30 ms of every cold start. */
function pinyinPro(): typeof import('pinyin-pro') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only synchronous way to load late
  return require('pinyin-pro') as typeof import('pinyin-pro');
}
