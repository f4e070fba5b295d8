import { createHash } from 'node:crypto';

/** SHA-256 in hex: what is stored of a one-time code. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
