import { localTemplateIds } from '../config/templates';
import { messageKeys, type MessageKey } from '../contract/messages';
import type { Doc, LocalCloudControl } from '../local-cloud';
import { creditLeft } from '../contract/rules/outbox';
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
  for (const { _id, credits = {} } of rows.people)
    for (const message of messageKeys) await accept(cloud.url, _id, message, creditLeft(credits[message]));
}

/** What our ledger says is left, WeChat's stand-in has to know as well. */
async function accept(url: string, openid: string, message: MessageKey, times: number): Promise<void> {
  const id = localTemplateIds[message];
  for (let i = 0; i < times; i += 1)
    await fetch(`${url}/wx/requestSubscribeMessage`, {
      method: 'POST',
      headers: { 'x-wx-openid': openid },
      body: JSON.stringify({ tmplIds: [id], answer: { [id]: 'accept' } }),
    });
}
