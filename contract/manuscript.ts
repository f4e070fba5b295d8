import * as v from 'valibot';
import { mutation } from './action';
import { block } from './body';
import { id } from './fields';

export const manuscriptContract = {
  /**
   * A .docx the caller uploaded, as structured text; its pictures become uploads of the caller. `title` is the paper's own,
   * empty where none stands out, and is not in the blocks. `left` names what could not be taken, a sentence each.
   */
  'manuscript.read': mutation(
    v.object({ fileKey: id('文件') }),
    v.object({
      title: v.string(),
      blocks: v.array(block),
      left: v.array(v.string()),
      /** Temporary addresses of the pictures by key. */
      urls: v.record(v.string(), v.string()),
    }),
  ),
};
