import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { contentType } from './content-types';

const HASHED = /[.-][0-9a-f]{8,}\./;

/** Serves a file of the site; false when there is none. Nothing outside the folder can be named. */
export function serveStatic(
  site: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const root = path.resolve(site);
  const name = pathname === '/' ? '/index.html' : pathname;
  const file = path.resolve(root, `.${path.posix.normalize(name)}`);
  if (file !== root && !file.startsWith(root + path.sep)) return false;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || file.includes('\0')) return false;
  response.writeHead(200, {
    'content-type': contentType(file),
    'content-length': stat.size,
    'cache-control': HASHED.test(path.basename(file)) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
  return true;
}
