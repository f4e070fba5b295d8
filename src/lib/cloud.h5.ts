import { persona } from './device/persona';

/** The browser's way to the local cloud, which does for it what wx.cloud does on the phone. */

export function startCloud(): void {}

export async function callFunction(name: string, data: object): Promise<unknown> {
  const reply = await post(`/functions/${name}`, JSON.stringify({ data }), {
    'content-type': 'application/json',
  });
  if ('errCode' in reply) throw new Error(`${String(reply.errCode)} ${String(reply.errMsg)}`);
  return reply.result;
}

/** XMLHttpRequest, because fetch does not tell how far an upload is. */
export async function uploadFile(
  cloudPath: string,
  filePath: string,
  onProgress?: (percent: number) => void,
): Promise<string> {
  const content = await (await fetch(filePath)).blob();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`);
    request.setRequestHeader('x-wx-openid', persona.current());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((loaded / total) * 100));
    request.onerror = () => reject(new Error('upload failed'));
    request.onload = () => {
      const { fileID, errMsg } = (request.response ?? {}) as { fileID?: string; errMsg?: string };
      if (fileID) resolve(fileID);
      else reject(new Error(errMsg));
    };
    request.send(content);
  });
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
