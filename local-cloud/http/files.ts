import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cloud } from '../cloud';
import { CloudError } from '../errors';
import { isError, isStatus } from '../faults';
import { FILE_SIZE_MAX } from '../limits';
import { checkCloudPath } from '../storage/file-store';
import { sendJson, sendStatus } from './body';
import { attachment, contentType } from './content-types';

class FileTooLarge extends Error {}

async function receive(cloud: Cloud, request: IncomingMessage, cloudPath: string): Promise<string> {
  const part = cloud.files.temporary();
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      done(
        size > FILE_SIZE_MAX ? new FileTooLarge(`file is larger than ${FILE_SIZE_MAX} bytes`) : null,
        chunk,
      );
    },
  });
  try {
    await pipeline(request, meter, createWriteStream(part));
    return cloud.files.accept(part, cloudPath);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Second half of the SDK's `uploadFile()`: COS answers nothing, or an error in XML. */
export async function serveSdkUpload(
  cloud: Cloud,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fail = (code: string, message: string) => {
    request.resume();
    response.writeHead(403, { 'content-type': 'application/xml', connection: 'close' });
    response.end(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
    );
  };
  const what = cloud.files.unseal(token);
  if (what === undefined || what === 'expired' || typeof what.put !== 'string')
    return fail('AccessDenied', 'Request has expired');
  const chosen = cloud.faults.take('storage.put');
  if (isError(chosen?.fault)) return fail(String(chosen.fault.errCode), chosen.fault.errMsg);
  if (chosen?.fault === 'timeout') return fail('RequestTimeout', 'injected time-out');
  if (isStatus(chosen?.fault)) {
    request.resume();
    return sendStatus(response, chosen.fault.status);
  }
  try {
    await receive(cloud, request, what.put);
  } catch (error) {
    if (error instanceof FileTooLarge) return fail('EntityTooLarge', error.message);
    throw error;
  }
  if (chosen?.fault === 'drop-reply') return void response.destroy();
  response.writeHead(200, { 'content-length': 0 });
  response.end();
}

/** Twin of the client's `wx.cloud.uploadFile`. */
export async function serveClientUpload(
  cloud: Cloud,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (typeof request.headers['x-wx-openid'] !== 'string') {
    request.resume();
    return sendJson(response, { errCode: -501007, errMsg: 'uploadFile:fail x-wx-openid is missing' }, 401);
  }
  try {
    const cloudPath = checkCloudPath(query.get('cloudPath') ?? '');
    const chosen = cloud.faults.take('storage.put');
    if (chosen?.fault !== undefined && chosen.fault !== 'drop-reply' && chosen.fault !== 'duplicate')
      request.resume();
    if (isError(chosen?.fault)) return sendJson(response, chosen.fault);
    if (isStatus(chosen?.fault)) return sendStatus(response, chosen.fault.status);
    if (chosen?.fault === 'timeout')
      return sendJson(response, { errCode: -501002, errMsg: 'uploadFile:fail timeout' });
    const fileID = await receive(cloud, request, cloudPath);
    if (chosen?.fault === 'drop-reply') return void response.destroy();
    sendJson(response, { fileID });
  } catch (error) {
    request.resume();
    response.setHeader('connection', 'close');
    if (error instanceof FileTooLarge)
      sendJson(response, { errCode: -403001, errMsg: `uploadFile:fail -403001 ${error.message}` });
    else if (error instanceof CloudError)
      sendJson(response, { errCode: -503004, errMsg: `uploadFile:fail ${error.message}` });
    else throw error;
  }
}

/** A temporary address: `/files/<token>/<name>`, with `?download=<name>` as an attachment. */
export function serveFile(
  cloud: Cloud,
  token: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const what = cloud.files.unseal(token);
  const cloudPath =
    what !== undefined && what !== 'expired' && typeof what.get === 'string' ? what.get : undefined;
  const file = cloudPath === undefined ? undefined : cloud.files.get(cloudPath);
  if (cloudPath === undefined || file === undefined) {
    response.writeHead(cloudPath === undefined ? 403 : 404, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${cloudPath === undefined ? 'AccessDenied' : 'NoSuchKey'}</Code></Error>`,
    );
    return;
  }
  const download = query.get('download');
  response.writeHead(200, {
    'content-type': contentType(cloudPath),
    'content-length': file.size,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    ...(download === null
      ? {}
      : {
          'content-disposition': attachment(
            download === '' ? (cloudPath.split('/').pop() ?? 'file') : download,
          ),
        }),
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(cloud.files.diskPath(file)).pipe(response);
}
