/** The style of the page: system fonts, two colour schemes, print, wide and narrow. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #faf9f6; --sheet: #ffffff; --ink: #1d1f22; --quiet: #595e66; --line: #e3e0d8; --wash: #f3f1eb;
  --good: #17653a; --bad: #ad2119; --warn: #845000; --open: #3f5480; --none: #61656c; --accent: #0a5866;
  --good-wash: #e8f3ec; --bad-wash: #fcebe9; --warn-wash: #fbf1df; --open-wash: #ebeff7;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  --mono: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #131518; --sheet: #1a1d21; --ink: #e9e7e2; --quiet: #a5abb4; --line: #31353c; --wash: #22262b;
    --good: #74d09b; --bad: #ff968b; --warn: #f0b75f; --open: #a4b8e0; --none: #a0a5ad; --accent: #80cbd9;
    --good-wash: #18291f; --bad-wash: #34191a; --warn-wash: #30240f; --open-wash: #1c2434;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 8.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 var(--sans); text-rendering: optimizeLegibility; }
:root[data-lang="en"] [lang="zh"], :root[data-lang="zh"] [lang="en"]:not(html) { display: none; }
:root[data-lang="en"] .other [lang="zh"], :root[data-lang="zh"] .other [lang="en"] { display: inline; }
:root[data-lang="en"] .other [lang="en"], :root[data-lang="zh"] .other [lang="zh"] { display: none; }
[hidden] { display: none !important; }
main, .top, footer { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
h1, h2, h3, h4, p, ul, dl, dd, pre { margin: 0; padding: 0; }
ul { list-style: none; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
code, pre, .id { font-family: var(--mono); font-size: .86em; font-variant-ligatures: none; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.quiet { color: var(--quiet); }
.passed { color: var(--good); --tone: var(--good); } .failed { color: var(--bad); --tone: var(--bad); } .inconclusive { color: var(--warn); --tone: var(--warn); } .untested { color: var(--open); --tone: var(--open); } .inapplicable { color: var(--none); --tone: var(--none); }
.conformant { color: var(--good); } .nonconformant { color: var(--bad); } .undetermined { color: var(--warn); } .not-claimed { color: var(--none); }
.mark { width: 1.05em; height: 1.05em; vertical-align: -.16em; flex: none; }

.top { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding-top: 1.25rem; padding-bottom: 1.25rem; }
.brand { font-weight: 650; letter-spacing: -.01em; }
.brand span { color: var(--quiet); font-weight: 400; margin-left: .6em; }
.switch { border: 1px solid var(--line); background: var(--sheet); border-radius: 999px; padding: .2rem .95rem; cursor: pointer; font-size: .9rem; }
.switch:hover { border-color: var(--accent); }
kbd { font: .76em/1 var(--mono); border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; padding: .15em .4em; color: var(--quiet); background: var(--sheet); }

.hero { padding: 2rem 0 .5rem; }
.eyebrow { color: var(--quiet); font-size: .92rem; }
h1 { font-size: clamp(1.8rem, 4.4vw, 2.7rem); line-height: 1.18; letter-spacing: -.025em; font-weight: 680; margin: .2rem 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; letter-spacing: -.012em; font-weight: 650; margin: 3.25rem 0 1rem; }
h2 small { font-size: .9rem; font-weight: 400; color: var(--quiet); margin-left: .5em; letter-spacing: 0; }
.verdicts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .75rem; margin-top: 1.75rem; }
.verdict.whole { grid-column: 1 / -1; } .verdict:not(.whole) { padding: .8rem 1.1rem .9rem; } .verdict:not(.whole) header { font-size: 1.05rem; } .verdict:not(.whole) p { font-size: .84rem; }
.verdict { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.35rem 1.2rem; }
.verdict header { display: flex; align-items: center; flex-wrap: wrap; gap: .15rem .65rem; font-size: 1.28rem; font-weight: 640; letter-spacing: -.01em; }
.verdict header .mark { width: 1.25em; height: 1.25em; }
.verdict header .name { color: var(--ink); font-weight: 500; }
h3 code, td code { font-size: .9em; background: var(--wash); border-radius: 4px; padding: .05em .3em; }
.verdict p { color: var(--quiet); font-size: .93rem; margin-top: .2rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.unclaimed { margin-top: .6rem; } .unclaimed .mark { width: 1em; height: 1em; margin-right: .4em; vertical-align: -.12em; }
.bar { display: block; width: 100%; height: 7px; margin: .85rem 0 .7rem; border-radius: 4px; background: var(--wash); }
.bar rect { fill: currentColor; }
.tally { display: flex; flex-wrap: wrap; gap: .2rem 1.35rem; font-size: .92rem; font-variant-numeric: tabular-nums; }
.tally .mark { margin-right: .35em; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem 1.5rem; margin-top: 1.9rem; padding-top: 1.4rem; border-top: 1px solid var(--line); }
.facts dt { color: var(--quiet); font-size: .84rem; }
.facts dd { overflow-wrap: anywhere; } .facts dd .quiet { white-space: nowrap; }

.first { margin-top: 1.5rem; font-size: 1.05rem; } .first b { font-weight: 500; color: var(--quiet); margin-right: .5em; }

.notice { border-radius: 10px; padding: .8rem 1.1rem; margin-top: .6rem; background: var(--warn-wash); display: flex; gap: .7rem; }
.notice.bad { background: var(--bad-wash); }
.notice code { color: var(--quiet); }
.notice .mark { margin-top: .28em; }

.filters { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); margin: 2.75rem -1.5rem 0; padding: .8rem 1.5rem; display: flex; flex-wrap: wrap; gap: .55rem; align-items: center; }
.filters input, .filters select { border: 1px solid var(--line); background: var(--sheet); border-radius: 8px; padding: .34rem .7rem; min-height: 2.35rem; min-width: 0; }
.filters input { flex: 1 1 13rem; }
.filters select { max-width: 12rem; }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; }
.chip { display: inline-flex; align-items: center; gap: .4em; border: 1px solid var(--line); background: var(--sheet); border-radius: 999px; padding: .22rem .75rem; min-height: 2.1rem; cursor: pointer; font-size: .9rem; font-variant-numeric: tabular-nums; }
.chip b { font-weight: 600; }
.chip:hover { border-color: currentColor; }
.chip[aria-pressed="true"] { background: currentColor; border-color: currentColor; }
.chip[aria-pressed="true"] > * { color: var(--sheet); }
.chip[aria-pressed="true"] .mark { --cut: var(--tone); }
.shown { color: var(--quiet); font-size: .88rem; margin-left: auto; font-variant-numeric: tabular-nums; }

.card { background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: 12px; padding: 1.4rem 1.6rem 1.5rem; margin-bottom: 1.1rem; }
.card.warning { border-left-color: var(--warn); }
.card:target, .card:focus { outline: 2px solid var(--accent); outline-offset: 3px; }
.card > header { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: center; }
.card .id { font-size: .98rem; font-weight: 650; }
.level { font-size: .8rem; letter-spacing: .035em; color: var(--quiet); white-space: nowrap; }
.case { color: var(--quiet); overflow-wrap: anywhere; }
.card h3 { font-size: 1.12rem; line-height: 1.5; font-weight: 560; letter-spacing: -.005em; margin: .45rem 0 .35rem; max-width: 48rem; }
.other { color: var(--quiet); font-size: .93rem; max-width: 48rem; margin-bottom: .35rem; }
.card h4 { font-size: .84rem; font-weight: 500; color: var(--quiet); margin: 1.35rem 0 .4rem; }
.trail { font-size: .92rem; } .trail li { font-family: var(--mono); font-size: .8rem; color: var(--quiet); overflow-wrap: anywhere; }
.wanted { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.1rem; margin-top: 1.3rem; padding: .85rem 1.1rem; border-radius: 10px; background: var(--wash); }
.wanted dt { color: var(--quiet); font-size: .88rem; padding-top: .1em; }
.wanted dd { overflow-wrap: anywhere; font-weight: 520; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.1rem; }
pre { background: var(--wash); border-radius: 8px; padding: .75rem .9rem; overflow: auto; line-height: 1.55; font-size: .8rem; tab-size: 2; max-height: 27rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre.start { border-radius: 8px 8px 0 0; border-bottom: 1px solid var(--line); font-weight: 600; }
pre.rest { border-radius: 0 0 8px 8px; }
pre .head { color: var(--quiet); }
pre .line { display: block; min-height: 1.55em; padding: 0 .9rem 0 1.5rem; margin: 0 -.9rem; }
pre mark { display: block; position: relative; background: var(--bad-wash); color: var(--bad); font-weight: 600; padding: 0 .9rem 0 1.5rem; margin: 0 -.9rem; box-shadow: inset 3px 0 var(--bad); }
pre.start mark { margin: -.75rem -.9rem; padding-top: .75rem; padding-bottom: .75rem; border-radius: 8px 8px 0 0; }
pre mark::before { content: "▸"; position: absolute; left: .55rem; }
.card.warning pre mark { background: var(--warn-wash); color: var(--warn); box-shadow: inset 3px 0 var(--warn); }
pre.command { -webkit-user-select: all; user-select: all; }
pre + pre.command { margin-top: .5rem; }
details > summary { cursor: pointer; color: var(--quiet); font-size: .9rem; }
details > summary:hover { color: var(--ink); }
.card > details { margin-top: 1.2rem; }
.card > details > *:not(summary) { margin-top: .6rem; }
.same { font-size: .92rem; margin-top: .9rem; }

.module { margin-bottom: 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; overflow: clip; }
.module > summary { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.2rem; padding: .8rem 1.25rem; color: var(--ink); font-size: 1rem; list-style: none; }
.module > summary::-webkit-details-marker { display: none; }
.module > summary .title { font-weight: 620; margin-right: auto; }
.module > summary .title::before { content: "›"; display: inline-block; width: 1em; color: var(--quiet); transition: transform .12s; }
.module[open] > summary .title::before { transform: rotate(90deg) translate(.05em, .25em); }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th { text-align: left; font-weight: 500; font-size: .83rem; color: var(--quiet); padding: .35rem .7rem; border-top: 1px solid var(--line); }
td { vertical-align: top; padding: .65rem .7rem; border-top: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 1.25rem; } th:last-child, td:last-child { padding-right: 1.25rem; }
td.outcome { white-space: nowrap; width: 9.5rem; } td.id { white-space: nowrap; width: 6.5rem; font-weight: 600; } td.level { width: 6.5rem; padding-top: .75rem; }
td.outcome .mark { margin-right: .4em; }
td .reason { display: block; color: var(--quiet); font-size: .84rem; white-space: normal; }
tr:target td { background: var(--open-wash); }
.cases { margin-top: .35rem; } .cases li { font-size: .86rem; padding: .1rem 0 .1rem 1.1rem; overflow-wrap: anywhere; }
.coverage { columns: 19rem; column-gap: 1rem; }
.coverage section { background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; margin-bottom: 1rem; break-inside: avoid; }
.coverage h4 { font-size: 1rem; font-weight: 600; } .coverage h4 > span:last-child { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
.coverage details { margin-top: .5rem; } .coverage ul { margin-top: .3rem; }
.coverage li { display: flex; gap: .55em; align-items: baseline; overflow-wrap: anywhere; font-size: .93rem; } .coverage li:has(> small) { flex-wrap: wrap; } .coverage li > small { flex-basis: 100%; color: var(--quiet); }
.coverage .mark { position: relative; top: .12em; }
.reached > h3 { font-size: 1.08rem; font-weight: 620; letter-spacing: -.008em; margin: 2.2rem 0 .8rem; } .reached > p { margin: .8rem 0; }
.note { margin-left: auto; font-size: .84rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; }
.counts th { font-weight: 400; font-size: .93rem; color: var(--ink); } .counts thead th { font-size: .83rem; color: var(--quiet); border: 0; white-space: nowrap; vertical-align: bottom; }
.counts thead .mark { margin-right: .35em; } .totals tbody th { white-space: nowrap; } .hero + .wide { margin-top: 1.2rem; }
.counts .group th { font-weight: 600; padding-top: 1.1rem; border-top: 0; background: none; }
.counts td, .counts tbody th { padding-top: .4rem; padding-bottom: .4rem; }
.number, .counts th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } .zero { color: var(--quiet); }
.share { min-width: 7rem; width: 18%; } .share .bar { margin: .5em 0 0; }
.part { padding-left: 1.2em; } .verdictword { font-size: .86rem; white-space: nowrap; margin-left: .5em; } .verdictword .mark { margin-right: .35em; }
.matrix { margin-top: .6rem; } .matrix > summary { padding: .35rem 0; color: var(--ink); } .matrix .wide { margin-top: .3rem; }
.grid { width: auto; } .grid th, .grid td { border: 1px solid var(--line); } .grid tr > :first-child { border-left: 0; } .grid thead th { border-top: 0; vertical-align: bottom; } .grid tbody tr:last-child > * { border-bottom: 0; }
.grid tbody th { font-family: var(--mono); font-size: .76rem; white-space: nowrap; color: var(--ink); position: sticky; left: 0; background: var(--sheet); }
.grid .turned { padding: .6rem .3rem; } .turned span { writing-mode: vertical-rl; font-family: var(--mono); font-size: .74rem; white-space: nowrap; }
.cell, .grid .cell:last-child, .grid .turned:last-child { text-align: center; padding: .3rem .45rem; min-width: 2rem; } .cell.passed { background: var(--good-wash); } .cell.failed { background: var(--bad-wash); font-weight: 700; }
.kill tbody th { white-space: normal; min-width: 19rem; max-width: 34rem; font-family: var(--sans); font-size: .84rem; font-weight: 400; position: static; vertical-align: top; } .kill .reason { display: block; color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.grid, .wide { position: relative; }
.places { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin-bottom: .9rem; font-size: .93rem; } .places b { font-weight: 600; font-variant-numeric: tabular-nums; }
.none { padding: 1.4rem; border: 1px dashed var(--line); border-radius: 12px; color: var(--quiet); text-align: center; }
footer { margin-top: 3.5rem; padding-top: 1.4rem; padding-bottom: 3rem; color: var(--quiet); font-size: .9rem; }
footer p { margin-top: .8rem; }

@media (max-width: 46rem) {
  main, .top, footer { padding-left: 1rem; padding-right: 1rem; }
  .brand span, .keys { display: none; }
  .hero { padding-top: .75rem; }
  .filters { margin-left: -1rem; margin-right: -1rem; padding: .7rem 1rem; position: static; }
  .filters select { flex: 1 1 8rem; }
  html { scroll-padding-top: 1rem; }
  .card { padding: 1.1rem 1.05rem 1.2rem; }
  .facts { grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .rows thead { display: none; }
  .rows, .rows tbody { display: block; }
  .rows tr { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; border-top: 1px solid var(--line); padding: .7rem 1.05rem .8rem; }
  .rows td, .rows td:first-child, .rows td:last-child { display: block; border: 0; padding: 0; }
  td.outcome, td.id, td.level { width: auto; }
  .rows td.level { padding-top: .1rem; }
  td.outcome { grid-column: 1 / -1; white-space: normal; } td.text { grid-column: 1 / -1; }
  .share, .counts thead td { display: none; }
  .counts.outcomes thead th [lang] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .counts.outcomes .number { padding-left: .3rem; padding-right: .3rem; font-size: .86rem; } .counts.outcomes thead .mark { margin: 0; }
  .counts.outcomes th:first-child { padding-left: .9rem; } .counts.outcomes td:nth-last-child(2), .counts.outcomes thead th:nth-last-child(2) { padding-right: .9rem; }
  .kill tbody th { min-width: 13rem; } .totals .number, .totals th { padding-left: .3rem; padding-right: .3rem; }
  .verdictword { display: block; margin-left: 0; } .part, .part + .verdictword { display: block; padding-left: .9em; }
  td .reason { display: inline; margin-left: .5em; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --line: #bbb; --wash: #f4f4f4; --good: #17653a; --bad: #ad2119; --warn: #845000; --open: #3f5480; --none: #61656c; --accent: #0a5866; --bad-wash: #fcebe9; --warn-wash: #fbf1df; }
  body { font-size: 10.5pt; }
  main, .top, footer { max-width: none; padding: 0; }
  .filters, .switch, .keys { display: none; }
  .card, .verdict, tr { break-inside: avoid; }
  .card { break-inside: auto; }
  h2, .module > summary { break-after: avoid; }
  pre { max-height: none; }
  .wide { overflow: visible; } .counts, .grid { font-size: 8pt; } .grid tbody th { position: static; }
  details:not([open]) > summary { color: var(--quiet); }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;
