/**
 * The look of the document, on paper first: running heads and page numbers in the margins of pages, heads of tables
 * repeated, no heading alone at the foot of a page. `head` and `mark` stand in the head of every page.
 */
export const styleOf = (head: string, mark: string): string => `
@page{size:A4;margin:24mm 20mm 20mm;
@top-left{content:${JSON.stringify(head)};font:7.5pt ${FACE};border-bottom:.4pt solid #000;padding-bottom:1.5mm;margin-bottom:4mm;vertical-align:bottom;white-space:nowrap}
@top-right{content:${JSON.stringify(mark)};font:7.5pt ${FACE};border-bottom:.4pt solid #000;padding-bottom:1.5mm;margin-bottom:4mm;vertical-align:bottom;white-space:nowrap}}
@page:left{@bottom-left{content:counter(page);font:9pt ${FACE}}}
@page:right{@bottom-right{content:counter(page);font:9pt ${FACE}}}
@page cover{margin:25mm;@top-left{content:none}@top-right{content:none}@bottom-left{content:none}@bottom-right{content:none}}
:root{color-scheme:light}
body{font:10.5pt/1.6 ${FACE};margin:0;color:#000;background:#fff;orphans:2;widows:2;counter-reset:table figure}
body>svg{position:absolute}
p{margin:0 0 2mm;overflow-wrap:anywhere}
html[lang=zh] section>p:not([class]){text-indent:2em}
a{color:inherit;text-decoration:none}
code,pre{font:.88em/1.45 ${FIXED}}
small{font-size:.88em;color:#333}
h1,h2,h3,h4,h5,h6{font-weight:700;line-height:1.4;margin:4mm 0 2mm;break-after:avoid;overflow-wrap:anywhere}
h1{font-size:15pt;break-before:page;margin:6mm 0 6mm}
#references>h1,#terms>h1,#abbreviations>h1{break-before:auto}
.title-again{break-before:page;font-size:17pt;font-weight:700;text-align:center!important;text-indent:0!important;margin:14mm 0 8mm}
#scope>h1{break-before:avoid}
#terms h2,#terms p{break-inside:avoid;margin-bottom:1mm}
h2{font-size:12.5pt}h3{font-size:11pt}h4,h5,h6{font-size:10.5pt}
.number{margin-right:.6em;font-weight:700}
.centred>h1,nav>h1{text-align:center;letter-spacing:.2em;margin-top:10mm}
.annex>h1{text-align:center;font-size:14pt}
.annex>h1 .kind{display:block;font-size:11pt}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:1mm 0 4mm;font-size:8.5pt;line-height:1.4;border:.8pt solid #000}
caption{font-weight:700;font-size:9pt;padding:2mm 0 1mm;break-after:avoid;overflow-wrap:anywhere}
caption::before{counter-increment:table;content:var(--table) counter(table) "\\2003"}
html[lang=zh]{--table:"表 ";--figure:"图 "}html[lang=en]{--table:"Table ";--figure:"Figure "}
.annex{counter-reset:table figure}
.annex caption::before{content:var(--table) var(--annex) counter(table) "\\2003"}
figcaption{font-weight:700;font-size:9pt;text-align:center;margin:1mm 0 3mm}
figcaption::before{counter-increment:figure;content:var(--figure) var(--annex) counter(figure) "\\2003"}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody tr:first-child{break-before:avoid}
tbody tr:last-child{break-before:avoid}
th,td{border:.4pt solid #000;padding:.8mm 1.4mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#eee;text-align:center;border-bottom:.8pt solid #000}
.facts{border:0;font-size:9pt;margin-bottom:3mm;break-inside:avoid}
.facts th,.facts td{border:0;border-bottom:.3pt solid #999;padding:.4mm 1mm}
.facts th{width:26mm;font-weight:400;color:#333}
.members td:nth-child(4),.requirements td:nth-child(2),.transitions td:first-child{text-align:center}
.members td:last-child,.elements td:last-child{font-size:7.5pt}
.dense{font-size:7.5pt}
.verb{font-weight:700}
.reference{text-align:left;padding-left:2em;text-indent:-2em}
figure{margin:2mm 0;break-inside:avoid}
svg.lifecycle{display:block;margin:0 auto;max-width:100%;max-height:205mm}
svg.lifecycle rect,svg.lifecycle path{fill:none;stroke:#000;stroke-width:.8}
svg.lifecycle .many{stroke-dasharray:3 2}
svg.lifecycle text{font:9px ${FACE}}
svg.lifecycle .title{font-size:10.5px;font-weight:700;text-anchor:middle}
svg.lifecycle .name{font:8.5px ${FIXED};text-anchor:middle}
svg.lifecycle .row{fill:#333}
svg.lifecycle .end{text-anchor:end}
.examples{columns:2;column-gap:6mm;column-rule:.3pt solid #999}
.example{margin:0 0 3mm;break-inside:auto}
.example figcaption{font-size:8pt;text-align:left;font-weight:400;break-after:avoid;margin:0}
.example figcaption::before{content:none;counter-increment:none}
pre{font-size:6.8pt;line-height:1.35;white-space:pre-wrap;overflow-wrap:anywhere;margin:.5mm 0;padding:1mm;background:#f4f4f4;orphans:3;widows:3}
.contents a,.index a{display:flex;align-items:baseline}
.contents p{margin:0 0 .6mm}
.contents .depth-1{font-weight:700;margin-top:1.2mm}
.contents .depth-2{padding-left:6mm}
.contents .title,.contents .number{flex:none;max-width:80%}
.leader{flex:1;border-bottom:1pt dotted #666;margin:0 1.5mm}
.page{flex:none;width:9mm;text-align:right}
.index{columns:3;column-gap:5mm;font-size:8pt;line-height:1.35}
.index.numbers{columns:6}
.index p{margin:0;break-inside:avoid;text-align:left}
.index a span:first-child{flex:1;overflow-wrap:anywhere}
.index.numbers .page{width:7mm}
.cover{page:cover;display:flex;flex-direction:column;min-height:240mm}
.cover p{text-align:left;text-indent:0!important}
.cover .kind{font-size:24pt;font-weight:700;text-align:center;letter-spacing:.4em;margin:10mm 0 6mm}
html[lang=en] .cover .kind{letter-spacing:.05em}
.cover .standard-number{text-align:right;border-bottom:1.2pt solid #000;padding-bottom:4mm;font-size:12pt}
.cover .banner{text-align:center;border:1.2pt solid #000;padding:2mm;font-weight:700;margin-top:6mm}
.title-again,.cover .name{text-wrap:balance}
.cover .name{font-size:25pt;line-height:1.4;font-weight:700;text-align:center;margin:28mm 0 4mm}
.cover .part{font-size:19pt;font-weight:700;text-align:center}
.cover .translated{font-size:13pt;text-align:center;margin-top:8mm}
.cover .edition{margin-top:auto;border-top:1.2pt solid #000;padding-top:4mm;font-size:12pt}
.cover .artefacts{font-size:9pt}
@media screen{body{max-width:180mm;margin:0 auto;padding:8mm}.contents .page,.index .page{display:none}h1{border-top:.4pt solid #999;padding-top:8mm}a:hover{text-decoration:underline}.facts a,td a,p a,.contents a:hover{color:#0645ad}}
`;

/** Faces that have Chinese on the systems of most readers; a print brings the first. */
const FACE =
  '"Noto Sans SC","Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';
const FIXED = `"DejaVu Sans Mono","Cascadia Mono",Menlo,Consolas,${FACE.replace('sans-serif', 'monospace')}`;
