import type { Writing } from './publishing';

/** What each card of the page is given: what is written, a way to change it, and what is wrong with a field of it. */
export interface PartProps {
  value: Writing;
  set: (change: Partial<Writing>) => void;
  /** Sentence about this field, when it is the one at fault. */
  at: (field: string) => string | undefined;
}

export interface Host {
  id: string;
  name: string;
}
