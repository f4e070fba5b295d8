import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalCloudControl } from '../types';
import { isRecord, parseJson } from '../value/ejson';
import { readBody, sendJson } from './body';
import { fromWire, toWire } from './control-wire';

const BODY_MAX = 256 * 1024 * 1024;
const METHODS = [
  'call',
  'reset',
  'invocations',
  'unserved',
  'messages',
  'script',
  'fireTimer',
  'push',
  'find',
  'insert',
  'explain',
  'clock.set',
  'clock.advance',
  'clock.release',
];

/** The control surface over HTTP: `{method, args}` in, `{value}` or `{error}` out. */
export async function serveControl(
  control: LocalCloudControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson((await readBody(request, BODY_MAX)).toString('utf8'));
  const { method, args } = isRecord(body) ? body : {};
  if (typeof method !== 'string' || !METHODS.includes(method))
    return sendJson(response, { error: `no control method ${String(method)}` }, 400);
  const target: object = method.startsWith('clock.') ? control.clock : control;
  const work = Reflect.get(target, method.replace('clock.', '')) as (...args: unknown[]) => Promise<unknown>;
  const given = fromWire(args);
  try {
    sendJson(response, { value: toWire(await work.apply(target, Array.isArray(given) ? given : [])) });
  } catch (error) {
    sendJson(response, { error: error instanceof Error ? error.message : String(error) });
  }
}
