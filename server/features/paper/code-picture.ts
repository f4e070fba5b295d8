import type { PaperKind } from '@contract/paper';
import { openapi } from '../../kit/cloud';
import { sceneOf } from './scene';

/** Page the code opens; no leading slash. */
const PAGE = 'features/paper/scan/index';

/** The mini-program code of a record; null when WeChat would not draw it: the paper is printed all the same. */
export async function codePicture(kind: PaperKind, subjectId: string): Promise<Buffer | null> {
  const scene = sceneOf(kind, subjectId);
  if (!scene) return null;
  try {
    const reply = await openapi.wxacode?.getUnlimited?.({ scene, page: PAGE, checkPath: false, width: 280 });
    return Buffer.isBuffer(reply?.buffer) ? reply.buffer : null;
  } catch {
    return null;
  }
}
