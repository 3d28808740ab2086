/** The style of the e-book: little, for readers have their own. */
import { kinds } from '@shared/kinds/kinds';
import { kindClass } from '../reading/block-markup';

export const epubStyle = `
mark.passage{background:transparent;color:inherit;border-bottom:0.12em solid}
${kinds.map(({ id, underline, colour }) => `mark.${kindClass(id)}{border-bottom-style:${underline};border-bottom-color:${colour.light.ink}}`).join('\n')}
.ref{font-size:.7em;line-height:0}
.facts{font-size:.8em}
.facts div{display:block}
.facts dt{display:inline;font-weight:bold}
.facts dd{display:inline;margin:0}
.note{font-size:.85em;margin:0 0 1em;padding-left:.6em;border-left:.15em solid #999}
.note dt,.note dd{display:inline;margin:0}
.note-head{font-weight:bold}
figure{margin:1em 0}
figure img{max-width:100%;height:auto}
blockquote{margin:1em 1.2em}
table{border-collapse:collapse}
td,th{border:1px solid #999;padding:.2em .4em;text-align:start;vertical-align:top}
ul.checked{list-style:none}
`;
