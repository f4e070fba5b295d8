/**
 * Source of the worker that runs one function instance. It is text so that it runs the same from TypeScript,
 * from a bundle and under jest. Messages in: {id, event, context, env, clock}; out: ready, log, done, failed.
 */
export const WORKER_SOURCE = String.raw`
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const { format } = require('node:util');
const path = require('node:path');

const RealDate = Date;
let clock = { offset: 0 };
const now = () => (clock.frozen === undefined ? RealDate.now() + clock.offset : clock.frozen);
const FakeDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === FakeDate ? target : newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
RealDate.prototype.constructor = FakeDate;
globalThis.Date = FakeDate;

let current;
const log = (level, args) => parentPort.postMessage({ type: 'log', id: current, line: level + format(...args) });
for (const name of ['log', 'info', 'debug', 'dir', 'table']) console[name] = (...args) => log('', args);
console.warn = (...args) => log('[warn] ', args);
console.error = console.trace = (...args) => log('[error] ', args);

const base = { ...process.env };
let main;
let broken;
try {
  const file = path.join(workerData.dir, 'index.js');
  main = createRequire(file)(file).main;
  if (typeof main !== 'function') throw new Error('index.js does not export main');
} catch (error) {
  broken = error;
}

const failed = (id, error) =>
  parentPort.postMessage({
    type: 'failed',
    id,
    message: error instanceof Error ? error.name + ': ' + error.message : format(error),
    stack: error instanceof Error ? String(error.stack) : undefined,
  });

parentPort.on('message', async ({ id, event, context, env, clock: state }) => {
  current = id;
  clock = state;
  for (const key of Object.keys(process.env)) if (!(key in base) && !(key in env)) delete process.env[key];
  Object.assign(process.env, base, env);
  if (broken) return failed(id, broken);
  try {
    const parsed = JSON.parse(event);
    const result = await (main.length > 2
      ? new Promise((resolve, reject) => main(parsed, context, (e, r) => (e ? reject(e) : resolve(r))))
      : main(parsed, context));
    const text = JSON.stringify(result);
    parentPort.postMessage({ type: 'done', id, result: text === undefined ? 'null' : text });
  } catch (error) {
    failed(id, error);
  }
});
parentPort.postMessage({ type: 'ready' });
`;
