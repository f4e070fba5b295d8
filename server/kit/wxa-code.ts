import { files, openapi } from './cloud';

/** Draws the mini-program code that opens `page` (no leading slash) with `scene`; gives the file id. */
export async function drawCode(scene: string, page: string, folder: string): Promise<string> {
  const reply = await openapi.wxacode?.getUnlimited?.({ scene, page, checkPath: false });
  return files.upload(`${folder}/${scene}.png`, reply?.buffer as Buffer);
}
