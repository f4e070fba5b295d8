/** Brackets people type one for another in a document's number: 〔2018〕, [2018], （2018）. */
const OPENING = '(（[［〔【';
const CLOSING = ')）]］〕】';
const FULL_WIDTH = 0xfee0;

/**
 * A plain piece of a title or a number as it may stand there: full-width or half-width, any case, spaces anywhere or
 * nowhere, one bracket for another. null: nothing was typed.
 */
export function soughtIn(typed: string | undefined): RegExp | null {
  const characters = [...(typed ?? '').normalize('NFKC').replace(/\s+/g, '')];
  return characters.length > 0 ? new RegExp(characters.map(anyOf).join('\\s*'), 'i') : null;
}

function anyOf(character: string): string {
  for (const family of [OPENING, CLOSING]) if (family.includes(character)) return oneOf([...family]);
  const code = character.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x7f
    ? oneOf([character, String.fromCharCode(code + FULL_WIDTH)])
    : escape(character);
}

const oneOf = (characters: string[]): string => `(?:${characters.map(escape).join('|')})`;

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
