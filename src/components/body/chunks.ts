import { runsText, type Block, type Body } from '@contract/body';

/** What one update may carry to the phone: well below the 64 KB the product allows itself. */
const MOST = 24_000;
/** Bytes of a node without its words, and of a Chinese character; both measured in the mini-program's updates. */
const NODE = 130;
const CHARACTER = 3;

/** A body in pieces that are small enough to be sent to the screen one after the other. */
export function chunksOf(body: Body): Body[] {
  const chunks: Body[] = [];
  let room = 0;
  for (const block of body) {
    const weight = weightOf(block);
    if (weight > room || chunks.length === 0) {
      chunks.push([]);
      room = MOST;
    }
    chunks[chunks.length - 1]?.push(block);
    room -= weight;
  }
  return chunks;
}

function weightOf(block: Block): number {
  switch (block.type) {
    case 'heading':
      return NODE + block.text.length * CHARACTER;
    case 'paragraph':
      return (1 + block.runs.length) * NODE + runsText(block.runs).length * CHARACTER;
    case 'list':
      return block.items.reduce(
        (sum, item) => sum + (3 + item.length) * NODE + runsText(item).length * CHARACTER,
        NODE,
      );
    case 'table':
      return block.rows
        .flat()
        .reduce((sum, cell) => sum + NODE + cell.length * CHARACTER, block.rows.length * NODE);
    case 'picture':
    case 'file':
      return 6 * NODE;
  }
}
