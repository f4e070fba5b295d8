import type { Block } from '@contract/body';

/** A block whose picture is still in the archive. */
export type Draft = Exclude<Block, { fileKey: string }> | { type: 'picture'; media: string };

/** A block, and of a paragraph how it stands on the page. */
export interface Line {
  block: Draft;
  meta?: { text: string; isTitle: boolean; centered: boolean; size: number; red: boolean };
}
