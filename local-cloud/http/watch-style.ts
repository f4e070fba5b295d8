/** Styles of the watch page: wide tables become cards on a phone. */
export const WATCH_STYLE = String.raw`
:root{--ink:#1d2733;--soft:#5b6876;--line:#dfe5eb;--bg:#f4f6f8;--card:#fff;--accent:#1a5fb4;--bad:#b3261e;--good:#1d6f42;--new:#fff6d6}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--bg)}
button,input{font:inherit;color:inherit}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
header{position:sticky;top:0;z-index:1;background:var(--card);border-bottom:1px solid var(--line)}
.bar{max-width:1200px;margin:0 auto;padding:8px 24px 0;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}
h1{font-size:19px;margin:0}
.live{display:inline-block;width:10px;height:10px;margin-right:6px;border-radius:50%;background:var(--good)}
.live.off{background:var(--bad)}.live.held{background:#b58100}
#clock{color:var(--soft);font-size:14px;font-variant-numeric:tabular-nums}
#hold{margin-left:auto;min-height:44px;padding:0 16px;border:1px solid var(--line);border-radius:8px;background:none;cursor:pointer}
nav{flex-basis:100%;display:flex;gap:4px;overflow-x:auto;scrollbar-width:none}
nav button{flex:none;min-height:44px;padding:0 14px;border:0;border-bottom:3px solid transparent;background:none;color:var(--soft);cursor:pointer}
nav button[aria-selected=true]{border-color:var(--accent);color:var(--accent);font-weight:600}
nav i{font-style:normal;font-size:13px;margin-left:4px}
main{max-width:1200px;margin:0 auto;padding:16px 24px 48px}
.cards{display:grid;grid-template-columns:repeat(6,1fr);gap:12px;margin-bottom:16px}
.card,section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:12px 16px}
.card b{display:block;font-size:26px;line-height:1.3;font-variant-numeric:tabular-nums}.card span{color:var(--soft);font-size:14px}
.bars{display:flex;align-items:flex-end;gap:2px;height:34px}.bars i{flex:1;min-height:2px;background:var(--accent);opacity:.75;border-radius:1px}
section{margin-bottom:16px}h2{font-size:17px;margin:0 0 4px}
.tools{display:flex;flex-wrap:wrap;gap:8px;margin:4px 0 8px}
.tools input{flex:1;min-width:180px;min-height:44px;padding:0 12px;border:1px solid var(--line);border-radius:8px;background:var(--bg)}
.tools button,button.text{min-height:44px;padding:0 14px;border:1px solid var(--line);border-radius:8px;background:none;cursor:pointer}
.tools button[aria-pressed=true]{background:#e6eef8;border-color:var(--accent);color:var(--accent)}
button.text{color:var(--accent);margin-right:8px}button:disabled{color:var(--soft);cursor:default}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:8px 10px;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
th{color:var(--soft);font-weight:500;font-size:14px;white-space:nowrap}
td>b{white-space:nowrap}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tr.link{cursor:pointer}tr.link:hover td{background:#f8fafc}tr.new td{animation:fresh 2.5s}
@keyframes fresh{from{background:var(--new)}}
.inner td,.inner th{font-size:14px;padding:6px 8px}.inner{background:#f8fafc;border-radius:8px}
.tag{display:inline-block;padding:0 8px;border-radius:6px;background:#eef2f6;font-size:14px;margin:0 4px 4px 0}.tag.none{color:var(--soft)}
.bad{color:var(--bad)}.good{color:var(--good)}.muted{color:var(--soft);font-size:14px}
pre{margin:6px 0;padding:10px;background:#f4f6f8;border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.5 ui-monospace,monospace}
details{border-bottom:1px solid var(--line)}
summary{cursor:pointer;min-height:44px;padding:9px 0;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.empty{color:var(--soft);padding:16px 0}a{color:var(--accent)}td a{display:inline-block;min-height:32px}
@media(max-width:700px){
.bar{padding:6px 12px 0}main{padding:12px 12px 48px}.cards{grid-template-columns:repeat(3,1fr);gap:8px}
.card{padding:8px 10px}.card b{font-size:21px}section{padding:12px}
thead{display:none}table,tbody,tr,td{display:block;width:100%}
tr{padding:8px 0;border-bottom:1px solid var(--line)}
td,td.n{display:flex;gap:10px;justify-content:flex-start;text-align:left;white-space:normal;padding:1px 0;border:0}
td::before{content:attr(data-label);flex:none;width:84px;color:var(--soft);font-size:14px;line-height:26px}
td.wide{display:block}td.wide::before{display:none}td:empty{display:none}
.inner{padding:0 10px}.inner td,.inner td.n{padding:1px 0}tr.link:hover td{background:none}.zone{display:none}
.calls>tbody>tr.link{display:flex;flex-wrap:wrap;gap:0 14px}
.calls>tbody>tr.link>td{width:auto;font-size:14px;color:var(--soft)}
.calls>tbody>tr.link>td::before{width:auto}
.calls>tbody>tr.link>td:nth-child(2){order:-2;flex:1 1 70%;font-size:16px;color:var(--ink)}
.calls>tbody>tr.link>td:nth-child(7){order:-1}
.calls>tbody>tr.link>td:nth-child(-n+3)::before,.calls>tbody>tr.link>td:nth-child(7)::before{display:none}
}`;
