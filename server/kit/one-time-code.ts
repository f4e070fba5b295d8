import { randomInt } from 'node:crypto';
import { sha256 } from './hash';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 20 letters and digits (100 bits) to tell somebody, in groups of five, and what is stored of them. */
export function oneTimeCode(): { code: string; hash: string } {
  const code = Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return { code: code.replace(/(.{5})(?!$)/g, '$1-'), hash: sha256(code) };
}
