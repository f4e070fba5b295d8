import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Cloud } from '../cloud';
import type { LocalCloudControl } from '../types';
import { serveAdmin } from './admin';
import { sendJson } from './body';
import { serveCall, servePhone, serveSubscribe, serveTempUrls } from './client';
import { serveControl } from './control';
import { serveClientUpload, serveFile, serveSdkUpload } from './files';
import { serveStatic } from './static';
import { serveWatch } from './watch';

/** Above agentkeepalive's 4.8 s for a free socket and Node's own 5 s: the client closes first. */
const KEEP_ALIVE_MS = 65_000;

/** One port for everything: the SDK, the client's twins, files, the site, the watch page. */
export function makeServer(cloud: Cloud, control: LocalCloudControl): Server {
  const server = createServer((request, response) => {
    route(cloud, control, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      sendJson(
        response,
        { errCode: -1, errMsg: `local cloud: ${error instanceof Error ? error.message : String(error)}` },
        500,
      );
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 5000;
  return server;
}

async function route(
  cloud: Cloud,
  control: LocalCloudControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const pathname = decodePath(url.pathname);
  if (pathname === undefined) return sendJson(response, { errMsg: 'bad path' }, 400);
  const [, first = '', second = ''] = pathname.split('/');
  if (['admin', '__cloud'].includes(first) && !isOwn(request)) {
    request.resume();
    return sendJson(response, { errMsg: 'only for programs on this machine' }, 403);
  }
  if (request.method === 'POST') {
    if (first === 'admin') return serveAdmin(cloud, request, response);
    if (first === 'functions') return serveCall(cloud, second, request, response);
    if (pathname === '/storage/upload') return serveClientUpload(cloud, url.searchParams, request, response);
    if (pathname === '/storage/getTempFileURL') return serveTempUrls(cloud, request, response);
    if (pathname === '/wx/requestSubscribeMessage') return serveSubscribe(cloud, request, response);
    if (pathname === '/wx/getPhoneNumber') return servePhone(cloud, request, response);
    if (pathname === '/__cloud/control' && cloud.options.control === true)
      return serveControl(control, request, response);
  } else if (request.method === 'PUT' && first === '__upload')
    return serveSdkUpload(cloud, second, request, response);
  else if (request.method === 'GET' || request.method === 'HEAD') {
    if (pathname === '/healthz') return sendJson(response, { ok: true });
    if (first === 'files') return serveFile(cloud, second, url.searchParams, request, response);
    if (first === '__cloud') return serveWatch(cloud, pathname, url.searchParams, response);
    const extra = cloud.options.json?.[pathname];
    if (extra !== undefined) return sendJson(response, await extra());
    if (cloud.options.site !== undefined && serveStatic(cloud.options.site, pathname, request, response))
      return;
  }
  request.resume();
  sendJson(response, { errMsg: `nothing at ${request.method ?? ''} ${pathname}` }, 404);
}

/** From this machine and from no foreign web page: there is no other guard before the database. */
function isOwn(request: IncomingMessage): boolean {
  const { remoteAddress = '', localAddress } = request.socket;
  const here = remoteAddress === localAddress || /^(::ffff:)?127\.|^::1$/.test(remoteAddress);
  const { origin, host } = request.headers;
  return here && (origin === undefined || origin === `http://${host ?? ''}`);
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
