import { colorVariables, DARK, LIGHT } from '../svg/chartColors';
import { chartStyles } from '../svg/chartStyles';

/** The whole stylesheet. Paper is always white; nothing that belongs together is torn between two pages. */
export const PAGE_STYLES = `:root{color-scheme:light dark;${colorVariables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{${colorVariables(DARK)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main,footer{max-width:1080px;margin:0 auto;padding:0 clamp(16px,4vw,40px)}
header{padding:40px 0 8px}
h1{margin:0 0 12px;font-size:clamp(24px,4vw,34px);line-height:1.2;letter-spacing:-.01em}
h2{margin:44px 0 16px;padding-top:16px;border-top:1px solid var(--line);font-size:20px;line-height:1.3}
h3{margin:0 0 8px;font-size:17px;line-height:1.35}
h4{margin:0 0 8px;font-size:15px}
p{margin:0 0 8px}
.period{margin:0 0 6px;color:var(--quiet);font-weight:600}
.badge{display:inline-block;max-width:100%;padding:2px 10px;border:1px solid var(--line);border-radius:99px;color:var(--quiet);font-size:13px;font-weight:600;letter-spacing:0;vertical-align:middle}
.summary{margin:0 0 16px;padding:12px 16px;border-left:4px solid var(--blue);background:var(--soft);font-size:17px}
.warning{margin:0 0 12px;padding:8px 16px;border:1px solid var(--amber);border-left-width:4px;font-weight:600}
.aside{color:var(--quiet);font-size:15px;font-weight:400}
.quiet,small,.facts dt,.signal .quiet{color:var(--quiet)}
.quiet{font-size:14px}
small{display:block;font-size:12.5px;font-weight:400}
.facts{display:flex;flex-wrap:wrap;gap:4px 24px;margin:0;font-size:14px}
.facts div{display:flex;gap:6px}
dt,dd{margin:0}
.tiles,.signals{display:grid;grid-template-columns:repeat(auto-fill,minmax(max(150px,22%),1fr));gap:12px;margin:24px 0 0}
.signals{grid-template-columns:repeat(auto-fit,minmax(220px,1fr));margin:0 0 12px}
.tile,.signal{padding:12px 14px;border:1px solid var(--line);border-radius:8px;background:var(--soft);font-size:13px}
.tile dt,.signal dt{color:var(--quiet);font-size:14px;font-weight:600}
.tile dd,.signal dd{color:var(--quiet)}
.tile .main,.signal .main{color:var(--ink);font-size:26px;font-weight:650;line-height:1.3;font-variant-numeric:tabular-nums}
.signal{border-left:4px solid var(--line)}
.signal{font-size:14px}
.signal dd{color:var(--ink)}
.signal.healthy{border-left-color:var(--green)}.signal.warning{margin:0;font-weight:400;border:1px solid var(--line);border-left:4px solid var(--amber)}.signal.critical{border-left-color:var(--red)}
.level{font-size:14px;font-weight:600}
.healthy .level{color:var(--green)}.warning .level{color:var(--amber)}.critical .level{color:var(--red)}
.charts.many{--least:240px}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,var(--least,330px)),1fr));gap:24px 40px;margin:0 0 20px}
figure{margin:0;min-width:0}
figcaption{margin:0 0 12px;font-weight:600}
.scroll{overflow-x:auto;margin:0 0 12px}
.scroll:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
table{width:100%;border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{padding:7px 10px;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
td,td small{white-space:nowrap}
thead th{min-width:5em}
th:first-child{padding-left:0;text-align:left;overflow-wrap:anywhere;min-width:140px}
td:last-child,th:last-child{padding-right:0}
thead th{border-bottom-color:var(--neutral);color:var(--quiet);font-size:13px;vertical-align:bottom}
tbody th{font-weight:600}
.part th:first-child{padding-left:16px;font-weight:400}
.verdict{margin:0 0 20px;padding:16px 18px 8px;border:1px solid var(--line);border-left:4px solid var(--neutral);border-radius:8px}
.verdict.clearWinner{border-left-color:var(--green)}.verdict.leaning{border-left-color:var(--blue)}
.verdict h3 .quiet,.verdict h4 .quiet{display:block;font-weight:400}
.word{font-size:20px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:16px 40px;margin:0 0 12px}
.subsequence{margin:0 0 28px}
details{margin:0 0 12px}
summary{margin:0 0 8px;cursor:pointer;font-weight:600}
ul{margin:0;padding-left:20px}
.total{font-weight:600}
.definitions div{display:grid;grid-template-columns:minmax(150px,280px) 1fr;gap:2px 24px;padding:6px 0;border-bottom:1px solid var(--line);font-size:14px}
.definitions dt{font-weight:600}
footer{padding-top:28px;padding-bottom:40px;color:var(--quiet);font-size:13px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:560px){.definitions div{grid-template-columns:1fr}}
@media (forced-colors:active){.chart{forced-color-adjust:none;background:#fff;${colorVariables(LIGHT)}}}
@page{size:A4;margin:14mm 14mm 16mm}
@media print{
:root{color-scheme:light}
body{font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,footer{max-width:none;padding:0}
header{padding-top:0}
h2{margin-top:28px}
h1,h2,h3,h4,figcaption{break-after:avoid}
figure,tr,.tile,.signal,.summary,.definitions div,.verdict,.pair{break-inside:avoid}
.tiles{grid-template-columns:repeat(4,1fr)}
.signals{grid-template-columns:repeat(3,1fr)}
.charts,.pair{grid-template-columns:1fr 1fr}.charts.many{grid-template-columns:1fr 1fr 1fr}
.scroll{overflow:visible}
table,thead th{font-size:8.5pt}
small{font-size:8pt}
th,td{padding:5px 6px}
thead th,th:first-child{min-width:0}
thead{display:table-header-group}
details{display:none}
}
${chartStyles((name) => `var(--${name})`)}`;
