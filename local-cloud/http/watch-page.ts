import { WATCH_SCRIPT } from './watch-script';
import { WATCH_STYLE } from './watch-style';

/** The watch page: one file, no outside resources. */
export const WATCH_PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>本地云 · 运行情况</title><link rel="icon" href="data:,"><style>${WATCH_STYLE}</style></head><body>
<header><div class="bar"><h1>本地云</h1><span><span id="live" class="live"></span><span id="clock">正在连接…</span></span>
<button id="hold">暂停刷新</button><nav id="tabs" role="tablist"></nav></div></header><main id="main"></main>
<script>${WATCH_SCRIPT}</script></body></html>`;
