/** Script of the watch page: asks for the state every second; values only ever enter as text. */
export const WATCH_SCRIPT = String.raw`
'use strict';
const TABS = { calls: '调用', data: '数据', messages: '消息', files: '文件', queries: '慢查询' };
const here = location.hash.slice(1);
let tab = here in TABS ? here : 'calls', state, docs, collection = '', skip = 0, last = '', held = false, words = '', failedOnly = false, seen = new Set();
const open = new Set();
const $ = (id) => document.getElementById(id);
const el = (name, props, ...kids) => { const e = Object.assign(document.createElement(name), props || {}); for (const k of kids.flat(3)) if (k !== undefined && k !== null && k !== '') e.append(k); return e; };
const time = (t) => new Date(new Date(t).getTime() + 8 * 36e5).toISOString().replace('T', ' ').slice(5, 19);
const td = (...k) => el('td', {}, ...k);
const n = (v) => el('td', { className: 'n' }, String(v));
const wide = (span, ...k) => el('td', { className: 'wide', colSpan: span }, ...k);
const muted = (text) => el('span', { className: 'muted' }, text);
const kb = (b) => b < 1024 ? b + ' B' : b < 1048576 ? (b / 1024).toFixed(1) + ' KB' : (b / 1048576).toFixed(1) + ' MB';
const section = (title, ...kids) => el('section', {}, el('h2', {}, title), ...kids);
const card = (value, label, bad) => el('div', { className: 'card' }, el('b', { className: bad ? 'bad' : '' }, value), el('span', {}, label));
const link = (row, act) => { row.className += ' link'; row.tabIndex = 0; row.onclick = act; row.onkeydown = (e) => { if (e.key === 'Enter') act(); }; return row; };
function table(heads, rows, none, className) {
  if (!rows.length) return el('div', { className: 'empty' }, none);
  for (const row of rows) [...row.cells].forEach((cell, i) => { if (!cell.classList.contains('wide')) cell.dataset.label = heads[i] ? heads[i][0] : ''; });
  return el('table', { className: className || '' }, el('thead', {}, el('tr', {}, heads.map((h) => el('th', { className: h[1] || '' }, h[0])))), el('tbody', {}, rows));
}
const toggle = (key) => { if (!open.delete(key)) open.add(key); draw(); };
const verb = { getDocument: '读取', insertDocument: '新增', modifyDocument: '修改', removeDocument: '删除', calculateDocument: '计数', aggregateDocuments: '汇总', modifyAndReturnDoc: '修改并返回', startTransaction: '开始事务', commitTransaction: '提交事务', abortTransaction: '放弃事务', addCollection: '建集合' };
const action = (name) => verb[name.replace('database.', '')] || name;
const reads = ['读取', '计数', '汇总', '修改', '删除'];
const how = (r) => r.transactionId && !r.index ? '' : r.index === '_id_' ? '主键' : r.index || (reads.includes(action(r.action)) && r.collection ? '逐条扫描' : '');

function call(i) {
  const scanned = i.requests.reduce((s, r) => s + r.scanned, 0), shown = open.has(i.requestID);
  const row = link(el('tr', { className: seen.has(i.requestID) ? '' : 'new', ariaExpanded: String(shown) },
    td(time(i.at)), td(el('span', {}, i.function, i.action ? el('b', {}, ' ' + i.action) : '')), td(i.openid || muted('系统(定时或推送)')),
    n((i.ms < 10 ? i.ms.toFixed(1) : Math.round(i.ms)) + ' 毫秒' + (i.cold ? ' · 冷启动' : '')), n(i.requests.length), n(scanned),
    td(i.error ? el('span', { className: 'bad' }, '出错') : el('span', { className: 'good' }, '正常'))), () => toggle(i.requestID));
  if (!shown) return [row];
  const requests = i.requests.map((r) => el('tr', {}, td(action(r.action)), td(r.collection), td(r.query === '{}' ? '' : r.query || ''), n(r.scanned), n(r.returned), td(el('span', { className: how(r) === '逐条扫描' ? 'bad' : '' }, how(r))), td(r.error ? el('span', { className: 'bad' }, r.error) : '')));
  return [row, el('tr', {}, wide(7, table([['操作'], ['集合'], ['条件'], ['检查', 'n'], ['返回', 'n'], ['索引'], ['错误']], requests, '没有访问数据库', 'inner'),
    i.logs.length ? [muted('日志'), el('pre', {}, i.logs.join('\n'))] : '', i.error ? el('pre', { className: 'bad' }, i.error) : ''))];
}
function calls() {
  const wanted = state.invocations.filter((i) => (!failedOnly || i.error) && (!words || [i.function, i.action, i.openid, i.error].join(' ').includes(words)));
  return [section('最近的云函数调用', el('div', { className: 'tools' },
    el('input', { id: 'words', type: 'search', placeholder: '按函数、动作或调用人筛选', ariaLabel: '筛选', value: words, oninput: (e) => { words = e.target.value.trim(); draw(); } }),
    el('button', { ariaPressed: String(failedOnly), onclick: () => { failedOnly = !failedOnly; draw(); } }, '只看出错')),
    table([['时间'], ['函数与动作'], ['调用人'], ['用时', 'n'], ['数据库请求', 'n'], ['检查文档', 'n'], ['结果']], wanted.flatMap(call), words || failedOnly ? '没有符合的调用' : '还没有调用。在小程序里点一点，这里会实时出现。', 'calls'))];
}
function data() {
  const chosen = state.collections.find((c) => c.name === collection);
  const rows = state.collections.map((c) => link(el('tr', {}, td(el('b', {}, c.name)), n(c.count),
    td(el('span', {}, c.indexes.map((i) => el('span', { className: 'tag' + (i.used ? '' : ' none'), title: i.keys.map((k) => k[0] + (k[1] < 0 ? ' ↓' : ' ↑')).join('，') }, (i.unique && i.name !== '_id_' ? '唯一 ' : '') + (i.name === '_id_' ? '主键' : i.name) + ' × ' + i.used)))),
    td(c.scans ? el('span', { className: 'bad' }, c.scans + ' 次') : muted('0'))), () => show(c.name, 0)));
  const list = section('集合与索引', el('p', { className: 'muted' }, '点一行看文档；× 后面是索引被用到的次数。'), table([['集合'], ['文档', 'n'], ['索引'], ['逐条扫描']], rows, '还没有集合'));
  if (!chosen || !docs) return [list];
  return [section(collection + ' 的文档', el('div', { className: 'tools' },
    el('button', { onclick: () => { collection = ''; docs = undefined; draw(); } }, '← 全部集合'),
    el('button', { disabled: skip === 0, onclick: () => show(collection, Math.max(0, skip - 50)) }, '上一页'),
    el('button', { disabled: skip + 50 >= docs.total, onclick: () => show(collection, skip + 50) }, '下一页'),
    muted(docs.total ? '第 ' + (skip + 1) + '–' + Math.min(skip + 50, docs.total) + ' 份，共 ' + docs.total + ' 份' : '没有文档')),
    docs.docs.map((d) => { const key = collection + '/' + JSON.stringify(d._id); return el('details', { open: open.has(key), ontoggle: (e) => { if (e.target.open) open.add(key); else open.delete(key); } },
      el('summary', {}, el('b', {}, typeof d._id === 'object' ? d._id.$oid || '' : String(d._id)), ' ', muted(Object.keys(d).filter((k) => k !== '_id').map((k) => k + ': ' + JSON.stringify(d[k])).join('，').slice(0, 160))), el('pre', {}, JSON.stringify(d, null, 2))); })), list];
}
const messages = () => [section('发出的订阅消息', table([['时间'], ['消息'], ['接收人'], ['内容'], ['打开页面']], state.messages.map((m) => el('tr', {}, td(time(m.at)), td(el('b', {}, m.title)), td(m.touser), td(el('div', {}, m.lines.map((l) => el('div', {}, muted(l[0] + '：'), l[1])))), td(m.page || muted('不跳转')))), '还没有发出消息'))];
const files = () => [section('云存储文件', table([['时间'], ['路径'], ['大小', 'n'], ['']], state.files.map((f) => el('tr', {}, td(time(f.at)), td(f.path), n(kb(f.size)), td(el('a', { href: f.url + '?download=' }, '下载')))), '还没有文件'))];
const queries = () => [section('没有索引可用的查询', el('p', { className: 'muted' }, '在真实云上，这些查询会随数据增多而变慢。'), table([['集合'], ['操作'], ['条件'], ['排序'], ['检查', 'n'], ['函数']], state.unserved.slice().reverse().map((q) => el('tr', {}, td(q.collection), td(action(q.action)), td(q.query), td(q.order || ''), n(q.scanned + ' / ' + q.documents), td(q.function || '—'))), '没有。每个查询都有索引可用。'))];

function draw() {
  const counts = { queries: state.unserved.length, messages: state.sent };
  $('tabs').replaceChildren(...Object.keys(TABS).map((k) => el('button', { role: 'tab', ariaSelected: String(k === tab), onclick: () => { tab = k; history.replaceState(null, '', '#' + k); draw(); } }, TABS[k], counts[k] ? el('i', { className: k === 'queries' ? 'bad' : '' }, String(counts[k])) : '')));
  const top = Math.max(1, ...state.bars), typing = document.activeElement && document.activeElement.id === 'words' ? document.activeElement.selectionStart : undefined;
  $('main').replaceChildren(el('div', { className: 'cards' },
    card(el('div', { className: 'bars', role: 'img', ariaLabel: '最近两分钟的调用：' + state.bars.reduce((a, b) => a + b, 0) + ' 次' }, state.bars.map((b) => { const i = el('i'); i.style.height = (b / top) * 100 + '%'; return i; })), '最近两分钟'),
    card(String(state.total), '次调用'), card(String(state.failed), '次出错', state.failed > 0), card(String(state.requests), '次数据库请求'),
    card(String(state.collections.reduce((s, c) => s + c.count, 0)), '份文档'), card(String(state.files.length), '个文件')), ...({ calls, data, messages, files, queries })[tab]());
  if (typing !== undefined && $('words')) { $('words').focus(); $('words').setSelectionRange(typing, typing); }
  for (const i of state.invocations) seen.add(i.requestID);
}
async function show(name, from) { collection = name; skip = from; await load(); scrollTo(0, 0); }
async function load() {
  if (collection) docs = await (await fetch('/__cloud/docs?collection=' + encodeURIComponent(collection) + '&skip=' + skip)).json();
  draw();
}
function clock(text, className) { $('live').className = 'live ' + className; $('clock').replaceChildren(text, className ? '' : el('span', { className: 'zone' }, ' 北京时间')); }
const now = () => (state.frozen ? '时钟停在 ' : '') + time(state.now);
async function tick() {
  try {
    if (!held && !getSelection().toString()) {
      const fresh = await (await fetch('/__cloud/state')).json();
      const { now: _now, files: list, ...rest } = fresh;
      const key = JSON.stringify([rest, list.map((f) => [f.path, f.at])]);
      if (!state) for (const i of fresh.invocations) seen.add(i.requestID);
      state = fresh;
      if (key !== last) { last = key; await load(); }
      clock(now(), '');
    }
  } catch { clock('本地云没有应答，正在重试…', 'off'); }
  setTimeout(tick, 1000);
}
$('hold').onclick = () => { held = !held; $('hold').textContent = held ? '继续刷新' : '暂停刷新'; if (held) clock('已暂停', 'held'); };
tick();
`;
