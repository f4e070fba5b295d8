import { persona } from './device/persona';

/** The browser's way to the local cloud, which does for it what wx.cloud does on the phone. */

export function startCloud(): void {}

export async function callFunction(name: string, data: object): Promise<unknown> {
  const reply = await post(`/functions/${name}`, JSON.stringify({ data }), { 'content-type': 'application/json' });
  if ('errCode' in reply) throw new Error(`${String(reply.errCode)} ${String(reply.errMsg)}`);
  return reply.result;
}

export async function uploadFile(cloudPath: string, filePath: string): Promise<string> {
  const content = await (await fetch(filePath)).blob();
  const reply = await post(`/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`, content, {});
  if (typeof reply.fileID !== 'string') throw new Error(String(reply.errMsg));
  return reply.fileID;
}

async function post(
  path: string,
  content: BodyInit,
  headers: Record<string, string>,
): Promise<Record<string, unknown>> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { ...headers, 'x-wx-openid': persona.current() },
    body: content,
  });
  return (await reply.json()) as Record<string, unknown>;
}
