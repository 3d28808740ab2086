/** The style of exported pages: light, dark and on paper; the kinds' colours come from their registry. */
import { kinds } from '@shared/kinds/kinds';
import { kindClass } from '../reading/block-markup';

const kindRules = (tone: 'light' | 'dark'): string =>
  kinds.map(({ id, colour }) => `.${kindClass(id)}{--ink:${colour[tone].ink};--wash:${colour[tone].wash}}`).join('\n');

const underlines = kinds
  .map(({ id, underline }) => `mark.${kindClass(id)}{border-bottom-style:${underline}}`)
  .join('\n');

const base = `
:root{color-scheme:light dark;--page:#fff;--text:#1f2328;--quiet:#59636e;--line:#d8dce1;--panel:#f6f7f9;--link:#0b57a4}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:17px/1.6 Georgia,"Noto Serif",serif}
.page{max-width:66rem;margin:0 auto;padding:2.5rem 1.5rem 5rem}
h1,h2,h3,h4,h5,h6,nav,.note,.facts,.passage-index,footer,figcaption,th{font-family:system-ui,"Segoe UI","Noto Sans",sans-serif}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}
h1{font-size:1.9rem;margin-top:0}
a{color:var(--link);text-underline-offset:.15em}
.text{padding-right:20rem}
.text::after{content:"";display:block;clear:both}
.notes{float:right;clear:right;width:18rem;margin-right:-20rem}
.note{margin:0 0 .8em;padding:.5rem .75rem;border-left:3px solid var(--ink,var(--line));background:var(--panel);font-size:.8rem;line-height:1.45;overflow-wrap:anywhere}
.note:target,mark:target{outline:2px solid var(--ink,var(--link));outline-offset:1px}
.note p,.note ul,.note dl,.note blockquote{margin:.25em 0}
.note-head{font-weight:600}
.note .kind,.number{color:var(--ink,var(--quiet))}
.orphaned{font-weight:400;color:var(--quiet)}
dl div{display:flex;gap:.5em}
dt{color:var(--quiet);flex:none}
dt::after{content:":"}
:lang(fr) dt::after{content:"\\a0:"}
dd{margin:0;overflow-wrap:anywhere}
.links{padding-left:1.1em}
.relation{color:var(--quiet)}
mark.passage{background:var(--wash,transparent);color:inherit;border-bottom:2px solid var(--ink,var(--line));padding-bottom:1px}
mark mark.passage{padding-bottom:4px}
mark mark mark.passage{padding-bottom:7px}
.ref{font:600 .65em/0 system-ui,sans-serif;margin-left:.15em}
.ref a{text-decoration:none}
blockquote{margin:1em 0;padding-left:1.1em;border-left:3px solid var(--line);color:var(--quiet)}
.note blockquote{padding-left:.6em}
pre{overflow-x:auto;padding:.8em 1em;background:var(--panel);font-size:.85em;line-height:1.45}
.text table,.evidence table{border-collapse:collapse;margin:1em 0;font-size:.95em}
.text td,.text th,.evidence td,.evidence th{border:1px solid var(--line);padding:.35em .6em;text-align:start;vertical-align:top}
td p,th p{margin:0}
ul.checked{list-style:none;padding-left:.5em}
figure{margin:1em 0}
figure img{display:block;max-width:100%;height:auto}
.picture,figcaption{color:var(--quiet);font-size:.9em}
hr{border:0;border-top:1px solid var(--line);margin:2em 0}
.facts{font-size:.85rem;margin:0 0 1.5rem;padding:.75rem 1rem;background:var(--panel)}
.facts dd{font-variant-numeric:tabular-nums}
article+article{margin-top:4rem;padding-top:3rem;border-top:1px solid var(--line)}
.passage-index{margin-top:3rem;font-size:.9rem}
.passage-index li{margin:.3em 0}
nav ol{padding-left:1.4em}
footer.colophon{margin-top:3rem;color:var(--quiet);font-size:.8rem}
@media (max-width:56rem){.text{padding-right:0}.notes{float:none;width:auto;margin:0}}
`;

const paper = `
@media print{
:root{color-scheme:light;--page:#fff;--text:#000;--quiet:#444;--line:#bbb;--panel:#f4f4f4;--link:#000}
body{font-size:10.5pt;line-height:1.45}
.page{max-width:none;padding:0}
.text{padding-right:5.8cm}
.notes{float:right;width:5.2cm;margin-right:-5.8cm}
mark.passage,.note,.facts,pre,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.note{break-inside:avoid;font-size:8pt}
h1,h2,h3,h4,h5,h6{break-after:avoid}
p{orphans:3;widows:3}
tr,figure{break-inside:avoid}
figure img{max-height:22cm;width:auto;max-width:100%}
article+article{break-before:page;border:0;padding:0;margin:0}
a{text-decoration:none}
${kindRules('light')}
}
`;

/** The whole style sheet. Loads nothing. */
export const pageStyle = `${base}${underlines}
${kindRules('light')}
@media (prefers-color-scheme:dark){
:root{--page:#17191c;--text:#e4e6e8;--quiet:#a2a9b1;--line:#3a3f45;--panel:#212428;--link:#8ab8ff}
${kindRules('dark')}
}
${paper}`;
