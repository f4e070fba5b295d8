import {
  MAX_BLOCKS,
  MAX_FILES,
  MAX_RUN,
  MAX_RUNS,
  MAX_TEXT,
  plainText,
  runsText,
  type Run,
} from '@contract/body';
import { fileKind, isPicture } from '../../../kit/file-kind';
import type { Draft } from './draft';
import type { Reading } from './read-docx';

/** A picture that may be uploaded, once however often it stands in the paper. */
export interface Media {
  bytes: Buffer;
  extension: 'jpg' | 'png';
}

export interface Fitted {
  blocks: Draft[];
  /** By name in the archive. */
  media: Map<string, Media>;
}

/** What of a reading a body can hold (contract/body.ts); what it cannot is added to `left`. */
export function fit({ blocks, media: find, left }: Reading): Fitted {
  const media = new Map<string, Media>();
  const usable = (name: string): boolean => {
    const bytes = media.get(name)?.bytes ?? find(name);
    if (bytes === 'large') left.add('pictureLarge');
    if (!bytes || bytes === 'large') {
      if (!bytes) left.add('pictureElsewhere');
      return false;
    }
    const kind = fileKind(bytes);
    if (!kind || !isPicture(kind)) left.add('pictureKind', name.split('.').pop() ?? '');
    else media.set(name, { bytes, extension: kind === 'png' ? 'png' : 'jpg' });
    return media.has(name);
  };
  const kept: Draft[] = [];
  let [files, characters] = [0, 0];
  for (const block of blocks.flatMap(shortened)) {
    if (block.type === 'picture') {
      if (!usable(block.media)) continue;
      files += 1;
      if (files > MAX_FILES) {
        left.add('pictureMany');
        continue;
      }
    }
    const words = block.type === 'picture' ? '' : plainText([block]);
    // One more than its words: the line's end counts.
    characters += words ? words.length + 1 : 0;
    if (kept.length < MAX_BLOCKS && characters <= MAX_TEXT) kept.push(block);
    else left.add('blocks', words);
  }
  const used = new Set(kept.flatMap((block) => (block.type === 'picture' ? [block.media] : [])));
  return { blocks: kept, media: new Map([...media].filter(([name]) => used.has(name))) };
}

/** A paragraph too long for one becomes several. */
function shortened(block: Draft): Draft[] {
  if (block.type === 'list') return [{ ...block, items: block.items.map(fewer) }];
  if (block.type !== 'paragraph') return [block];
  const pieces = fewer(block.runs).flatMap(cut);
  const lines: Run[][] = [[]];
  for (const run of pieces) {
    const line = lines[lines.length - 1] ?? [];
    if (line.length > 0 && runsText(line).length + run.text.length > MAX_RUN) lines.push([run]);
    else line.push(run);
  }
  return lines.map((runs) => ({ type: 'paragraph', runs }));
}

/** Words stay, looks go. */
const fewer = (runs: Run[]): Run[] => (runs.length > MAX_RUNS ? [{ text: runsText(runs) }] : runs);

function cut(run: Run): Run[] {
  const pieces: Run[] = [];
  for (let at = 0; at < run.text.length; at += MAX_RUN)
    pieces.push({ ...run, text: run.text.slice(at, at + MAX_RUN) });
  return pieces;
}
