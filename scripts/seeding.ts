import type { Doc, LocalCloudControl } from '../local-cloud';
import { generate } from './demo/generate';

/** Fills a local cloud with the demo association. */
export async function seed(
  cloud: LocalCloudControl,
  { units, seed: start }: { units: number; seed: number },
): Promise<void> {
  const { rows, files } = generate({ units, seed: start, now: new Date() });
  for (const { key, cloudPath, bytes } of files) {
    const reply = await fetch(`${cloud.url}/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'oDemoSeed' },
      body: new Uint8Array(bytes),
    });
    const { fileID } = (await reply.json()) as { fileID: string };
    const row = rows.uploads.find(({ _id }) => _id === key);
    if (row) row.fileId = fileID;
  }
  for (const [collection, docs] of Object.entries(rows)) await cloud.insert(collection, docs as Doc[]);
}
