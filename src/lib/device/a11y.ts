import type { Role } from './a11y-role';

/** What screen readers and keyboards need beyond roles; the phone needs less than the browser (a11y.h5.ts). */

/** Words for a picture. */
export const alt = (words: string): object => ({ ariaLabel: words });

/** What a thing is: WeChat calls the attribute aria-role. */
export const role = (name: Role): object => ({ ariaRole: name });

/** Reached by the keyboard. */
export const focusable: object = {};

/** NutUI's button is one to the phone already. */
export const buttonRole: object = {};

export function startKeyboard(): void {}
