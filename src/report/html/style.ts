/** Colours have a contrast of at least 4.5 on their ground, in both schemes. No font, picture or sheet is loaded. */
export const style = `
:root{color-scheme:light dark;--ground:#f4f6f8;--surface:#fff;--text:#1b2128;--soft:#55606d;--line:#d5dbe1;--link:#0b57a4;
--pass:#11693a;--pass-bg:#e3f4e9;--fail:#a8201a;--fail-bg:#fdeae8;--warn:#7d4c00;--warn-bg:#fdf1d8;--exempt:#64389b;--exempt-bg:#f0e8fa;--none-bg:#eceff2;--band:#dfeaf5}
@media (prefers-color-scheme:dark){:root{--ground:#0f1318;--surface:#171d24;--text:#e4e9ef;--soft:#a3afbc;--line:#2e3843;--link:#86bdff;
--pass:#6fd69b;--pass-bg:#12301f;--fail:#ff9a92;--fail-bg:#3a1715;--warn:#f2bd69;--warn-bg:#352508;--exempt:#cdb0fb;--exempt-bg:#2a1d40;--none-bg:#242d37;--band:#1d3247}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
body>header,main,footer{max-width:78rem;margin:0 auto;padding:0 1.25rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,input:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code{font:.92em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
bdi{overflow-wrap:anywhere}
.tight,.tight bdi,.tight code{white-space:nowrap;overflow-wrap:normal}
h1,h2,h3,p{margin:0}
h1{font-size:1.5rem;line-height:1.25}
h1 a{color:inherit;text-decoration:none}
h1 a:hover{text-decoration:underline}
h1 span{color:var(--soft);font-weight:400}
h2{font-size:1.15rem;margin:2.25rem 0 .75rem}
h3{font-size:1rem;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.5rem 1rem;z-index:1}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{padding-top:1.5rem!important}
.top p,.meta,.help,.age,.note,.none,caption,.cut,footer,.soft{color:var(--soft)}
.top p,.meta,.age,.help,.cut,footer{font-size:.875rem}
.old{color:var(--fail);font-weight:600}
.tiles{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;margin:1.25rem 0 0;padding:0}
.tiles a{display:flex;flex-direction:column;height:100%;padding:.75rem 1rem;background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--line);border-radius:8px;color:inherit;text-decoration:none}
.tiles a:hover{border-color:var(--link)}
.tiles .pass a{border-left-color:var(--pass)}
.tiles .fail a{border-left-color:var(--fail)}
.tiles .inconclusive a,.tiles .exempt a{border-left-color:var(--warn)}
.label{font-size:.8125rem;color:var(--soft)}
.number{font-size:1.25rem;font-weight:650;line-height:1.3;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.note{font-size:.8125rem}
.tiles .fail .note{color:var(--fail);font-weight:600}
.tiles .inconclusive .note,.tiles .exempt .note{color:var(--warn)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:1.1rem 0 0;padding:0;font-size:.9rem}
#filter{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .6rem;margin-top:1rem;font-size:.875rem}
#filter[hidden]{display:none}
#filter input{flex:1 1 14rem;max-width:24rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--soft);border-radius:6px;padding:.35rem .6rem}
.explore{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .6rem;margin:0 0 1rem;font-size:.875rem}
.explore[hidden],figure[hidden],#rest[hidden]{display:none}
.explore input,.explore select,.explore button{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--soft);border-radius:6px;padding:.35rem .6rem;max-width:100%}
.field{display:flex;align-items:center;gap:.4rem;min-width:0;max-width:100%}
.field:first-child{flex:1 1 18rem;max-width:30rem}
.field input[type=search]{flex:1;min-width:0}
.explore button:disabled{color:var(--soft);border-color:var(--line)}
.explore button:focus-visible,select:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav.explore{margin-top:1rem}
.wide{overflow-x:auto;margin-top:1.1rem}
.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.wide th,.wide td{padding:.2rem .5rem;font-size:.8125rem;white-space:nowrap}
.wide tbody th{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
figure{margin:0 0 1rem;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.5rem 1rem}
figcaption{font-size:.8125rem;color:var(--soft)}
.chip{display:inline-block;max-width:100%;padding:.05rem .5rem;border-radius:1rem;font-size:.8125rem;line-height:1.5;background:var(--none-bg);color:var(--text);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;vertical-align:bottom}
.chip.pass{background:var(--pass-bg);color:var(--pass)}
.chip.fail{background:var(--fail-bg);color:var(--fail);font-weight:600}
.chip.inconclusive{background:var(--warn-bg);color:var(--warn)}
.chip.exempt{background:var(--exempt-bg);color:var(--exempt)}
.chips{display:flex;flex-wrap:wrap;gap:.25rem}
.tag{display:inline-block;padding:0 .4rem;border:1px solid var(--line);border-radius:4px;font-size:.75rem;color:var(--soft)}
.tag.hot{border-color:var(--warn);color:var(--warn)}
.calm,.empty{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
.calm span{color:var(--pass)}
.findings{list-style:none;margin:0;padding:0;background:var(--surface);border:1px solid var(--line);border-radius:8px}
.findings li{padding:.5rem 1rem}
.findings li+li{border-top:1px solid var(--line)}
.findings a{color:var(--text);font-weight:550;text-decoration-color:var(--line)}
.findings a:hover{text-decoration-color:currentColor}
.ranked li{display:flex;gap:.75rem;align-items:baseline;padding:.6rem 1rem}
.ranked li .chip{flex:none;min-width:4.5rem;text-align:center}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem 1.1rem}
.card+.card{margin-top:.9rem}
.card.broken{border-left:4px solid var(--fail)}
.card header{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;justify-content:space-between}
.card h3{color:var(--soft);font-weight:600}
.name{font-size:1.35rem;font-weight:650;line-height:1.3}
.name+p{margin-top:.15rem}
.chain{list-style:none;display:flex;flex-wrap:wrap;gap:.6rem 1.5rem;margin:.9rem 0 0;padding:0}
.chain li{position:relative;flex:1 1 10.5rem;min-width:0;display:flex;flex-direction:column;gap:.1rem;padding:.5rem .7rem;border:1px solid var(--line);border-radius:6px;font-size:.8125rem}
.chain li+li::before{content:"\\2190";position:absolute;left:-1.3rem;top:50%;transform:translateY(-50%);color:var(--soft);font-size:1rem}
.chain .kind{font-size:.75rem;color:var(--soft)}
.chain .first{border-color:var(--link)}
.chain .gap{border:2px dashed var(--fail);color:var(--fail)}
.chain .gap .kind{color:var(--fail)}
.figures{display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;margin:.9rem 0 0}
.figures dt{font-size:.75rem;color:var(--soft)}
.figures dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.card .findings{margin-top:.9rem;font-size:.875rem}
details,.small{margin-top:.75rem;font-size:.875rem}
summary{cursor:pointer;color:var(--soft)}
details ol{margin:.4rem 0 0;padding-left:1.4rem}
.command{margin-top:.6rem;font-size:.8125rem;color:var(--soft)}
.command code{color:var(--text);user-select:all}
.side{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(21rem,100%),1fr));gap:.9rem}
.side .card{margin:0;min-width:0}
.value{font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums}
.unit{font-size:.875rem;font-weight:400;color:var(--soft)}
svg{display:block;width:100%;height:auto;margin-top:.5rem}
svg .band{fill:var(--band)}
svg .bar{fill:var(--fail);opacity:.3}
svg .anchor{stroke:var(--soft);stroke-width:1;stroke-dasharray:4 4}
svg polyline{fill:none;stroke:var(--link);stroke-width:2;stroke-linejoin:round}
svg circle{fill:var(--link)}
svg circle.last{stroke:var(--surface);stroke-width:2}
svg circle.marked{fill:var(--surface);stroke:var(--fail);stroke-width:2.5}
svg.interval{width:12.5rem;max-width:100%;margin:.1rem 0;color:var(--soft)}
svg.interval.better{color:var(--pass)}
svg.interval.worse{color:var(--fail)}
svg.interval .reach{stroke:currentColor;stroke-width:2}
svg.interval circle{fill:currentColor}
table{width:100%;border-collapse:collapse;background:var(--surface);border:1px solid var(--line);font-size:.875rem}
table+table,ul+table{margin-top:1.1rem}
caption{text-align:left;font-size:.8125rem;padding-bottom:.35rem}
th,td{padding:.45rem .7rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);font-weight:400}
thead th{border-top:0;color:var(--soft);font-size:.8125rem;font-weight:600;vertical-align:bottom;overflow-wrap:anywhere}
.num{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody tr:target,tbody tr:hover{background:var(--none-bg)}
tr[hidden]{display:none!important}
time{white-space:nowrap}
details table{font-size:.8125rem}
details th,details td{padding:.25rem .5rem}
.cut{margin-top:.4rem}
section>ol li{margin:.4rem 0}
pre{overflow:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem}
footer{padding-top:2rem!important;padding-bottom:2.5rem!important}
@media screen and (max-width:44rem){
body>header,main,footer{padding:0 .9rem}
.tiles{grid-template-columns:1fr 1fr}
.ranked li{flex-direction:column;gap:.2rem}
.chain{flex-direction:column;gap:1.3rem}
.chain li{flex:none}
.chain li+li::before{content:"\\2191";left:1rem;top:-1.35rem;transform:none}
}
@media print,(min-width:44.01rem) and (max-width:72rem){.chain{padding-left:1.3rem}}
@media screen and (max-width:62rem){
:is(section,#rows)>table,:is(section,#rows)>table tbody,:is(section,#rows)>table tr,:is(section,#rows)>table th,:is(section,#rows)>table td,:is(section,#rows)>table caption{display:block}
:is(section,#rows)>table{border:0;background:none}
:is(section,#rows)>table thead{display:none}
:is(section,#rows)>table tr{background:var(--surface);border:1px solid var(--line);border-radius:8px;margin-bottom:.6rem;padding:.35rem 0}
:is(section,#rows)>table th,:is(section,#rows)>table td{display:flex;gap:.75rem;border:0;padding:.15rem .9rem;text-align:left}
:is(section,#rows)>table th::before,:is(section,#rows)>table td::before{content:attr(data-label);flex:0 0 7rem;color:var(--soft);overflow-wrap:anywhere}
:is(section,#rows)>table .num{text-align:left}
:is(section,#rows)>table .none{display:none!important}
:is(section,#rows)>table td>div,:is(section,#rows)>table th>div{min-width:0}
.tight,.tight bdi,.tight code{white-space:normal;overflow-wrap:anywhere}
}
@media print{
:root{--ground:#fff;--surface:#fff;--text:#000;--soft:#444;--line:#bbb;--link:#000;--pass:#11693a;--fail:#a8201a;--warn:#7d4c00;--exempt:#64389b;--pass-bg:#fff;--fail-bg:#fff;--warn-bg:#fff;--exempt-bg:#fff;--none-bg:#fff;--band:#ddd}
body{font-size:10pt}
nav,#filter,.explore,.skip,#age{display:none}
.card,tr,.tiles li,.ranked li{break-inside:avoid}
h2{break-after:avoid}
thead{display:table-header-group}
table,details table{font-size:8pt}
th,td{padding:.2rem .35rem}
td .chip,th .help,td .help,td .age,th .tag,caption,thead th{font-size:inherit}
td .chip{padding:0 .2rem}
thead th{overflow-wrap:normal}
.tight,.tight bdi,.tight code,td time{white-space:normal}
svg .band{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
