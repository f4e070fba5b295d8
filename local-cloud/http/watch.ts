import type { ServerResponse } from 'node:http';
import type { Cloud } from '../cloud';
import { find } from '../engine/read';
import { toWire } from './control-wire';
import { sendJson } from './body';
import { masked } from './watch-mask';
import { WATCH_PAGE } from './watch-page';

const INVOCATIONS_SHOWN = 60;
const DOCS_SHOWN = 50;
const MESSAGES_SHOWN = 60;
/** Bars of the picture of the last two minutes. */
const BARS = 24;
const BAR_MS = 5000;
/** Never a person's number, and used as they are. */
const AS_IS = ['url', 'requestID'];

/** The watch page `/__cloud` and its data: what is stored, sent and called, as it happens. */
export function serveWatch(
  cloud: Cloud,
  pathname: string,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  if (pathname === '/__cloud' || pathname === '/__cloud/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    response.end(WATCH_PAGE);
  } else if (pathname === '/__cloud/state') sendJson(response, masked(stateOf(cloud), AS_IS));
  else if (pathname === '/__cloud/docs') sendJson(response, masked(docsOf(cloud, query), AS_IS));
  else sendJson(response, { errMsg: `nothing at ${pathname}` }, 404);
}

function stateOf(cloud: Cloud) {
  const collections = cloud.store.names().map((name) => {
    const collection = cloud.store.collection(name);
    const indexes = ['_id_', ...collection.indexes.map((index) => index.spec.name)].map((index) => ({
      name: index,
      keys: collection.indexes.find((i) => i.spec.name === index)?.spec.keys ?? [['_id', 1]],
      unique:
        index === '_id_' || collection.indexes.some((i) => i.spec.name === index && i.spec.unique === true),
      used: cloud.used(name, index),
    }));
    return { name, count: cloud.store.count(collection), indexes, scans: cloud.used(name, null) };
  });
  const templates = new Map(cloud.options.templates?.map((t) => [t.id, t]));
  return {
    now: cloud.clock.now(),
    frozen: 'frozen' in cloud.clock.state(),
    functions: cloud.functions.names(),
    collections,
    files: cloud.files.list().map(({ cloudPath, size, at }) => ({
      path: cloudPath,
      size,
      at,
      url: `/files/${cloud.files.seal({ get: cloudPath }, 3600_000)}/file`,
    })),
    messages: cloud.wechat
      .messages()
      .slice(-MESSAGES_SHOWN)
      .reverse()
      .map((message) => ({
        ...message,
        title: templates.get(message.templateId)?.title ?? message.templateId,
        lines: Object.entries(message.data).map(([field, { value }]) => [
          templates.get(message.templateId)?.fields[field] ?? field,
          value,
        ]),
      })),
    sent: cloud.wechat.messages().length,
    ...callsOf(cloud),
    unserved: cloud.unserved(),
  };
}

function callsOf(cloud: Cloud) {
  const all = cloud.invocations.list();
  const now = cloud.clock.now();
  const bars = new Array<number>(BARS).fill(0);
  for (const { at } of all) {
    const bar = BARS - 1 - Math.floor((now - Date.parse(at)) / BAR_MS);
    if (bar >= 0 && bar < BARS) bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return {
    invocations: all.slice(-INVOCATIONS_SHOWN).reverse(),
    total: all.length,
    failed: all.filter((invocation) => invocation.error !== undefined).length,
    requests: all.reduce((n, { requests }) => n + requests.length, 0),
    bars,
  };
}

function docsOf(cloud: Cloud, query: URLSearchParams) {
  const name = query.get('collection') ?? '';
  if (!cloud.store.names().includes(name)) return { total: 0, docs: [] };
  const collection = cloud.store.collection(name);
  const skip = Math.max(0, Number(query.get('skip')) || 0);
  const { rows } = find(cloud.store, collection, { query: {}, sort: [['_id', 1]], skip, limit: DOCS_SHOWN });
  return { total: cloud.store.count(collection), skip, docs: rows.map((row) => toWire(row.doc)) };
}
