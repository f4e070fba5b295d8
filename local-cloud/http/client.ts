import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cloud } from '../cloud';
import { isError, isStatus } from '../faults';
import { CALL_REQUEST_MAX, FILES_PER_CALL_MAX, SUBSCRIBE_TEMPLATES_MAX } from '../limits';
import type { CallReply } from '../types';
import { isRecord, parseJson } from '../value/ejson';
import { readBody, sendJson, sendStatus, TooLarge } from './body';

const NO_OPENID = 'x-wx-openid is missing: wx.cloud always knows who calls';

/** Twin of the client's `wx.cloud.callFunction`. */
export async function serveCall(
  cloud: Cloud,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let body: Buffer;
  try {
    body = await readBody(request, CALL_REQUEST_MAX);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return sendJson(response, {
      errCode: -501007,
      errMsg: `cloud.callFunction:fail EXCEED_MAX_PAYLOAD_SIZE ${error.message}`,
      requestID: '',
    });
  }
  const openid = openidOf(request);
  if (openid === undefined)
    return sendJson(response, { errCode: -501007, errMsg: NO_OPENID, requestID: '' }, 401);
  const parsed = parseJson(body.toString('utf8') || '{}');
  const data = isRecord(parsed) ? (parsed.data ?? {}) : {};
  const chosen = cloud.faults.take('callFunction', name);
  if (chosen !== undefined && chosen.delayMs > 0)
    await new Promise((resolve) => setTimeout(resolve, chosen.delayMs));
  if (chosen?.fault === 'timeout')
    return sendJson(response, { errCode: -404011, errMsg: 'cloud.callFunction:fail timeout', requestID: '' });
  if (isError(chosen?.fault)) return sendJson(response, { ...chosen.fault, requestID: '' });
  if (isStatus(chosen?.fault)) return sendStatus(response, chosen.fault.status);
  if (chosen?.fault === 'duplicate') await callAs(cloud, name, data, openid);
  const reply = await callAs(cloud, name, data, openid);
  if (chosen?.fault === 'drop-reply') return void response.destroy();
  sendJson(response, reply);
}

/** Calls a function as a client with this openid does. */
export async function callAs(cloud: Cloud, name: string, data: unknown, openid: string): Promise<CallReply> {
  cloud.wechat.visited(openid);
  const reply = await cloud.functions.invoke(name, JSON.stringify(data ?? {}), {
    openid,
    source: 'wx_client',
  });
  if ('errCode' in reply) return { ...reply, errMsg: `cloud.callFunction:fail ${reply.errMsg}` };
  return { result: parseJson(reply.result), requestID: reply.requestID };
}

const openidOf = (request: IncomingMessage) => {
  const header = request.headers['x-wx-openid'];
  return typeof header === 'string' && header !== '' ? header : undefined;
};

async function jsonBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parsed = parseJson((await readBody(request, CALL_REQUEST_MAX)).toString('utf8') || '{}');
  return isRecord(parsed) ? parsed : {};
}

/** Twin of `wx.requestSubscribeMessage`; the answer says what the person tapped. */
export async function serveSubscribe(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const openid = openidOf(request);
  if (openid === undefined) return sendJson(response, { errCode: 10004, errMsg: NO_OPENID }, 401);
  const { tmplIds, answer } = await jsonBody(request);
  const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
  const fail = (errCode: number, words: string) =>
    sendJson(response, { errCode, errMsg: `requestSubscribeMessage:fail ${words}` });
  if (ids.length === 0) return fail(10001, 'TmplIds can not be empty');
  if (ids.length > SUBSCRIBE_TEMPLATES_MAX) return fail(20003, 'Templates count out of max bounds');
  const unknown = ids.find((id) => cloud.options.templates?.some((t) => t.id === id) !== true);
  if (unknown !== undefined) return fail(20001, 'No template data return, verify the template id exist');
  const answers = isRecord(answer) ? answer : {};
  const result = Object.fromEntries(ids.map((id) => [id, answers[id] === 'accept' ? 'accept' : 'reject']));
  for (const id of ids) if (result[id] === 'accept') cloud.wechat.addCredit(openid, id);
  sendJson(response, { errMsg: 'requestSubscribeMessage:ok', ...result });
}

/** Twin of the phone-number button: a code for `phonenumber.getPhoneNumber`. */
export async function servePhone(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { phone } = await jsonBody(request);
  if (typeof phone !== 'string' || !/^\d{5,20}$/.test(phone))
    return sendJson(response, { errMsg: 'getPhoneNumber:fail invalid phone' }, 400);
  sendJson(response, { errMsg: 'getPhoneNumber:ok', code: cloud.wechat.phoneCode(phone) });
}

/** Twin of the client's `wx.cloud.getTempFileURL`. */
export async function serveTempUrls(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { fileList } = await jsonBody(request);
  const list = Array.isArray(fileList) ? fileList : [];
  if (list.length === 0 || list.length > FILES_PER_CALL_MAX)
    return sendJson(response, {
      errCode: -501007,
      errMsg: `getTempFileURL:fail fileList needs 1 to ${FILES_PER_CALL_MAX} files`,
    });
  const files = list.map((item: unknown) =>
    isRecord(item) ? { fileid: item.fileID, max_age: item.maxAge } : { fileid: item },
  );
  const { data } = await cloud.perform('storage.batchGetDownloadUrl', { file_list: files });
  const downloads = isRecord(data) && Array.isArray(data.download_list) ? data.download_list : [];
  const shown = downloads.map((item: unknown) => {
    const { code, ...file } = isRecord(item) ? item : {};
    return {
      ...file,
      status: code === 'SUCCESS' ? 0 : -503003,
      errMsg: code === 'SUCCESS' ? 'ok' : 'storage file not exists',
    };
  });
  sendJson(response, { fileList: shown, errMsg: 'getTempFileURL:ok' });
}
