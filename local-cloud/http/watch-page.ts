/** The watch page: one file, no outside resources; values only ever enter as text nodes. */
export const WATCH_PAGE = String.raw`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>本地云 · 运行情况</title><link rel="icon" href="data:,">
<style>
:root{--ink:#1d2733;--soft:#5b6876;--line:#dfe5eb;--bg:#f4f6f8;--card:#fff;--accent:#1a5fb4;--bad:#b3261e;--good:#1d6f42}
*{box-sizing:border-box}body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--bg)}
header{background:var(--card);border-bottom:1px solid var(--line);padding:12px 24px;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center}
h1{font-size:20px;margin:0}nav{display:flex;flex-wrap:wrap;gap:4px}
nav button{font:inherit;min-height:44px;padding:0 16px;border:0;border-radius:8px;background:none;color:var(--soft);cursor:pointer}
nav button[aria-selected=true]{background:#e6eef8;color:var(--accent);font-weight:600}
#clock{margin-left:auto;color:var(--soft)}main{max-width:1200px;margin:0 auto;padding:20px 24px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-bottom:20px}
.card,section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:14px 18px}
.card b{display:block;font-size:28px;line-height:1.3}.card span{color:var(--soft);font-size:14px}
section{margin-bottom:16px;overflow-x:auto}h2{font-size:17px;margin:0 0 8px}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--soft);font-weight:500;font-size:14px;white-space:nowrap}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
tr.link{cursor:pointer}tr.link:hover td{background:#f8fafc}
.tag{display:inline-block;padding:0 8px;border-radius:6px;background:#eef2f6;font-size:13px;margin:0 4px 4px 0}.bad{color:var(--bad)}.good{color:var(--good)}
pre{margin:6px 0;padding:10px;background:#f4f6f8;border-radius:8px;white-space:pre-wrap;word-break:break-all;font-size:13px}
details>summary{cursor:pointer;min-height:32px}.empty{color:var(--soft);padding:16px 0}.muted{color:var(--soft);font-size:14px}
a,button.text{color:var(--accent)}button.text{font:inherit;background:none;border:0;padding:8px;min-height:44px;cursor:pointer}
</style></head><body>
<header><h1>本地云</h1><nav role="tablist"></nav><span id="clock"></span></header><main aria-live="polite"></main>
<script>
'use strict';
const TABS = { calls: '调用', data: '数据', messages: '消息', files: '文件', queries: '未命中索引' };
let tab = location.hash.slice(1) in TABS ? location.hash.slice(1) : 'calls', state, open = new Set(), collection, skip = 0, docs, last = '';
const el = (name, props, ...kids) => { const e = Object.assign(document.createElement(name), props || {}); for (const k of kids.flat()) if (k !== undefined && k !== null) e.append(k); return e; };
const time = (t) => new Date(new Date(t).getTime() + 8 * 36e5).toISOString().replace('T', ' ').slice(5, 19);
const n = (v) => el('td', { className: 'n' }, String(v));
const td = (...k) => el('td', {}, ...k);
const table = (heads, rows, none) => rows.length ? el('table', {}, el('thead', {}, el('tr', {}, heads.map((h) => el('th', { className: h[1] || '' }, h[0])))), el('tbody', {}, rows)) : el('div', { className: 'empty' }, none);
const section = (title, ...kids) => el('section', {}, el('h2', {}, title), ...kids);
const card = (value, label, bad) => el('div', { className: 'card' }, el('b', { className: bad ? 'bad' : '' }, String(value)), el('span', {}, label));
const kb = (b) => b < 1024 ? b + ' B' : b < 1048576 ? (b / 1024).toFixed(1) + ' KB' : (b / 1048576).toFixed(1) + ' MB';

function calls() {
  const rows = state.invocations.flatMap((i) => {
    const scanned = i.requests.reduce((s, r) => s + r.scanned, 0), shown = open.has(i.requestID);
    const row = el('tr', { className: 'link', tabIndex: 0, onclick: () => { shown ? open.delete(i.requestID) : open.add(i.requestID); draw(); } },
      td(time(i.at)), td(i.function, i.action ? el('span', { className: 'muted' }, ' · ' + i.action) : ''), td(i.openid || '—'),
      n(i.ms + ' ms' + (i.cold ? '(冷启动)' : '')), n(i.requests.length), n(scanned), td(i.error ? el('span', { className: 'bad' }, '出错') : el('span', { className: 'good' }, '正常')));
    row.onkeydown = (e) => { if (e.key === 'Enter') row.click(); };
    if (!shown) return [row];
    const requests = i.requests.map((r) => el('tr', {}, td(r.action.replace('database.', '')), td(r.collection), td(r.query || ''), n(r.scanned), n(r.returned), td(r.index || (r.action.includes('get') ? '逐条扫描' : '')), td(r.error ? el('span', { className: 'bad' }, r.error) : '')));
    return [row, el('tr', {}, el('td', { colSpan: 7 },
      table([['操作'], ['集合'], ['条件'], ['检查', 'n'], ['返回', 'n'], ['索引'], ['错误']], requests, '没有访问数据库'),
      i.logs.length ? el('pre', {}, i.logs.join('\n')) : '', i.error ? el('pre', { className: 'bad' }, i.error) : ''))];
  });
  return [section('最近的云函数调用', table([['时间'], ['函数'], ['调用人'], ['用时', 'n'], ['数据库请求', 'n'], ['检查文档', 'n'], ['结果']], rows, '还没有调用。打开小程序页面点一点,这里会实时出现。'))];
}
function data() {
  const rows = state.collections.map((c) => el('tr', { className: 'link', onclick: () => { collection = c.name; skip = 0; load(); } },
    td(el('b', {}, c.name)), n(c.count), td(c.indexes.map((i) => el('span', { className: 'tag', title: i.keys.map((k) => k.join(' ')).join(', ') }, (i.unique ? '唯一 ' : '') + i.name + ' × ' + i.used))), n(c.scans)));
  const out = [section('集合与索引(× 为索引被用到的次数)', table([['集合'], ['文档', 'n'], ['索引'], ['逐条扫描', 'n']], rows, '还没有集合'))];
  if (collection && docs) out.push(section(collection + ' 的文档(' + docs.total + ')',
    docs.docs.map((d) => el('details', {}, el('summary', {}, String(d._id) + '  ', el('span', { className: 'muted' }, JSON.stringify(d).slice(0, 120))), el('pre', {}, JSON.stringify(d, null, 2)))),
    el('button', { className: 'text', disabled: skip === 0, onclick: () => { skip = Math.max(0, skip - 50); load(); } }, '上一页'),
    el('button', { className: 'text', disabled: skip + 50 >= docs.total, onclick: () => { skip += 50; load(); } }, '下一页')));
  return out;
}
const messages = () => [section('已发送的订阅消息', table([['时间'], ['模板'], ['接收人'], ['内容'], ['打开页面']], state.messages.map((m) => el('tr', {}, td(time(m.at)), td(m.title), td(m.touser), td(m.lines.map((l) => el('div', {}, el('span', { className: 'muted' }, l[0] + ':'), l[1]))), td(m.page || '—'))), '还没有发出消息'))];
const files = () => [section('云存储文件', table([['时间'], ['路径'], ['大小', 'n'], ['']], state.files.map((f) => el('tr', {}, td(time(f.at)), td(f.path), n(kb(f.size)), td(el('a', { href: f.url + '?download=', download: '' }, '下载')))), '还没有文件'))];
const queries = () => [section('没有索引可用的查询', el('p', { className: 'muted' }, '在真实云上,这些查询会随数据增多而变慢。'), table([['集合'], ['操作'], ['条件'], ['排序'], ['检查', 'n'], ['函数']], state.unserved.slice().reverse().map((q) => el('tr', {}, td(q.collection), td(q.action.replace('database.', '')), td(q.query), td(q.order || ''), n(q.scanned), td(q.function || '—'))), '没有。很好。'))];

function draw() {
  const failed = state.invocations.filter((i) => i.error).length;
  document.querySelector('nav').replaceChildren(...Object.keys(TABS).map((k) => el('button', { role: 'tab', ariaSelected: String(k === tab), onclick: () => { tab = k; location.hash = k; draw(); } }, TABS[k])));
  document.getElementById('clock').textContent = (state.frozen ? '时钟已停在 ' : '') + time(state.now) + '(北京时间)';
  document.querySelector('main').replaceChildren(el('div', { className: 'cards' },
    card(state.total, '次调用'), card(failed, '近期出错', failed > 0), card(state.collections.reduce((s, c) => s + c.count, 0), '份文档'), card(state.messages.length, '条消息'), card(state.files.length, '个文件')),
    ...({ calls, data, messages, files, queries })[tab]());
}
async function load() { if (collection) docs = await (await fetch('/__cloud/docs?collection=' + encodeURIComponent(collection) + '&skip=' + skip)).json(); draw(); }
async function tick() {
  try {
    const text = await (await fetch('/__cloud/state')).text();
    const { now, files: f, ...rest } = JSON.parse(text);
    const key = JSON.stringify([rest, f.map((x) => [x.path, x.at])]);
    state = JSON.parse(text);
    if (key !== last) { last = key; const y = scrollY; await load(); scrollTo(0, y); }
    else document.getElementById('clock').textContent = (state.frozen ? '时钟已停在 ' : '') + time(state.now) + '(北京时间)';
  } catch { document.getElementById('clock').textContent = '本地云没有应答,正在重试…'; }
  setTimeout(tick, 1000);
}
tick();
</script></body></html>`;
