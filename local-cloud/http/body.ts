import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request body above its limit. */
export class TooLarge extends Error {}

/** Reads a body of at most `max` bytes, chunked or not. */
export async function readBody(request: IncomingMessage, max: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size <= max) chunks.push(bytes);
  }
  if (size > max) throw new TooLarge(`body of ${size} bytes, limit ${max}`);
  return Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const text = Buffer.from(JSON.stringify(value ?? null));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** A gateway's bare answer: a status and no JSON. */
export function sendStatus(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': 0 });
  response.end();
}

export function sendBytes(response: ServerResponse, bytes: Buffer, contentType: string): void {
  response.writeHead(200, { 'content-type': contentType, 'content-length': bytes.length });
  response.end(bytes);
}
