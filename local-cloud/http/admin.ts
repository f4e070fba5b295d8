import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cloud } from '../cloud';
import { ACTIONS, NOT_EMULATED } from '../actions/table';
import type { Request } from '../actions/context';
import { CloudError, codeWord, transactionConflict } from '../errors';
import { isError, isStatus, type Chosen } from '../faults';
import type { Running } from '../functions/invocations';
import { ADMIN_REQUEST_MAX } from '../limits';
import { isRecord, parseJson } from '../value/ejson';
import { readBody, sendJson, sendStatus } from './body';
import { readMultipart } from './multipart';
import { openApi } from './open-api';

/** The address the SDK talks to: one JSON (or multipart) request per action. */
export async function serveAdmin(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, ADMIN_REQUEST_MAX);
  const contentType = request.headers['content-type'] ?? '';
  const multipart = contentType.startsWith('multipart/') ? readMultipart(body, contentType) : undefined;
  const params = multipart === undefined ? jsonParams(body) : textFields(multipart);
  const action = String(params.action);
  const requestId = randomUUID();
  const running = cloud.invocations.find(params.sessionToken);
  if (running === 'stale') {
    sendJson(response, {
      code: 'SYS_ERR',
      message: 'this invocation began before the last reset',
      requestId,
    });
    return;
  }
  const api = action === 'wx.openApi' ? String(params.apiName) : action;
  const chosen = cloud.faults.take(
    api,
    running?.invocation.function,
    typeof params.transactionId === 'string',
    typeof params.collectionName === 'string' ? params.collectionName : undefined,
  );
  if (chosen !== undefined && chosen.delayMs > 0)
    await new Promise((resolve) => setTimeout(resolve, chosen.delayMs));
  if (killed(cloud, running, chosen, 'kill-function')) return void response.destroy();
  if (isStatus(chosen?.fault)) {
    noteFault(cloud, running, action, params, `HTTP ${chosen.fault.status}`);
    return sendStatus(response, chosen.fault.status);
  }
  const work = async (): Promise<(response: ServerResponse) => void> => {
    if (action === 'wx.openApi') {
      const bytes = multipart?.get('requestData') ?? Buffer.alloc(0);
      return openApi({ cloud, running, api, bytes, chosen });
    }
    const reply = await perform({ cloud, action, params, requestId, running, note: {} }, chosen);
    return (to) => sendJson(to, reply);
  };
  if (chosen?.fault === 'duplicate') await work();
  const send = await work();
  if (finish(cloud, running, chosen, response)) send(response);
}

/** Counts a database request that was never looked at. */
function noteFault(
  cloud: Cloud,
  running: Running | undefined,
  action: string,
  params: Record<string, unknown>,
  error: string,
): void {
  if (!action.startsWith('database.')) return;
  const collection = typeof params.collectionName === 'string' ? params.collectionName : '';
  cloud.invocations.note(running, { ...NOTHING_READ, action, collection, error });
}

const NOTHING_READ = { collection: '', scanned: 0, returned: 0, index: null, served: true };

/** After the work: true when the reply is to be sent. */
function finish(
  cloud: Cloud,
  running: Running | undefined,
  chosen: Chosen | undefined,
  response: ServerResponse,
): boolean {
  const dead = killed(cloud, running, chosen, 'kill-after');
  if (!dead && chosen?.fault !== 'drop-reply') return true;
  response.destroy();
  return false;
}

function killed(
  cloud: Cloud,
  running: Running | undefined,
  chosen: Chosen | undefined,
  when: string,
): boolean {
  if (chosen?.fault !== when || running === undefined) return false;
  cloud.functions.kill(running.requestID, running.invocation.function);
  return true;
}

async function perform(request: Request, chosen: Chosen | undefined): Promise<Record<string, unknown>> {
  const { cloud, action, running, requestId, note, params } = request;
  try {
    const injected = injectedError(chosen);
    if (injected !== undefined) {
      // A commit that fails has ended its transaction.
      if (action === 'database.commitTransaction') cloud.transactions.abort(String(params.transactionId));
      throw injected;
    }
    const work = ACTIONS[action];
    if (work === undefined) throw unknownAction(action);
    return { ...(await work(request)), requestId };
  } catch (error) {
    const known =
      error instanceof CloudError
        ? error
        : new CloudError(
            'SYS_ERR',
            `local cloud: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          );
    note.error = `${known.code}: ${known.message}`;
    return { code: known.code, message: known.message, requestId };
  } finally {
    if (action.startsWith('database.'))
      cloud.invocations.note(running, {
        ...NOTHING_READ,
        action,
        ...(typeof params.transactionId === 'string' ? { transactionId: params.transactionId } : {}),
        ...note,
      });
  }
}

function unknownAction(action: string): CloudError {
  const known = NOT_EMULATED[action];
  return new CloudError(
    'INVALID_ACTION',
    known === undefined
      ? `the local cloud does not know the action ${action}`
      : `${known} is not supported by the local cloud (action ${action})`,
  );
}

/** The error a script asks for, in the wire's words. */
function injectedError(chosen: Chosen | undefined): CloudError | undefined {
  const fault = chosen?.fault;
  if (fault === 'timeout') return new CloudError('SERVER_TIMEOUT', 'resource server timeout');
  if (fault === 'conflict') return transactionConflict('injected');
  if (isError(fault)) return new CloudError(codeWord(fault.errCode), fault.errMsg);
  return undefined;
}

function jsonParams(body: Buffer): Record<string, unknown> {
  const params = parseJson(body.toString('utf8') || '{}');
  return isRecord(params) ? params : {};
}

function textFields(fields: Map<string, Buffer>): Record<string, unknown> {
  return Object.fromEntries(
    [...fields]
      .filter(([name]) => name !== 'requestData')
      .map(([name, bytes]) => [name, bytes.toString('utf8')]),
  );
}
