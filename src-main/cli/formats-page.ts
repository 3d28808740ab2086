/** The page of formats, docs/formats.md: made from the registries, so that it says what the program does. Pure. */
import { exporters } from '../export/registry';
import { importers } from '../import/registry';

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const endings = (extensions: readonly string[]): string => extensions.map((extension) => `\`.${extension}\``).join(' ');

/** Ways a format is made that a reader should know of. */
const noteOf = (needs: string): string =>
  needs === 'printer' ? ' Only in the app: the command line has no printer.' : '';

function optionLines(): readonly string[] {
  return exporters.flatMap(({ id, options }) =>
    options.map(({ id: option, label, options: values, byDefault }) =>
      row(
        `\`${id}\``,
        `\`${option}\``,
        label.en,
        values.map((value) => `\`${value.id}\`${byDefault.includes(value.id) ? '*' : ''}`).join(' '),
      ),
    ),
  );
}

/** The page as Markdown, ending in one newline. */
export function formatsPage(): string {
  const lines = [
    '# Formats',
    '',
    'What comes in and what goes out. This page is made from the program’s own lists:',
    '`npm run -s postil -- formats --as markdown > docs/formats.md`; a test fails when it is out of date.',
    '',
    '## Out',
    '',
    'Before anything is written, the export dialog (and the command line, on stderr) says what the chosen format can’t',
    'hold of the chosen documents, with numbers. The same documents give the same bytes. Ids are kept in every format',
    'that has a place for them, so that exporting again updates instead of doubling.',
    '',
    row('format', 'id', 'file', 'for', 'carries'),
    '|---|---|---|---|---|',
    ...exporters.map(({ id, label, description, carries, extension, target, needs }) =>
      row(
        label.en,
        `\`${id}\``,
        target === 'folder' ? `a folder of ${endings([extension])}` : endings([extension]),
        `${description.en}${noteOf(needs)}`,
        carries.en,
      ),
    ),
    '',
    '### Options',
    '',
    'In the dialog, or `postil export FORMAT --set OPTION=VALUE,VALUE`; those with a star are usual. Every format is',
    'written in English or French words (`--language fr`).',
    '',
    row('format', 'option', 'what', 'values'),
    '|---|---|---|---|',
    ...optionLines(),
    '',
    '### Positions',
    '',
    'Postil counts UTF-16 code units. REFI-QDA, Web Annotation and the tables count Unicode code points and get those;',
    'Hypothesis counts UTF-16. Formulas: no cell is computed (a CSV cell that looks like a formula gets an apostrophe).',
    '',
    '### Pictures',
    '',
    'They go out with their text: inside the page (HTML, PDF, evidence pack), in the file (Word, OpenDocument, e-book),',
    'beside the texts (Markdown, in `assets/`), as they are in Postil’s own archive; plain text and REFI-QDA say in words',
    'what they show. Word is given PNG, JPEG and GIF, OpenDocument SVG too, e-books all kinds but AVIF; others are counted',
    'as losses and described.',
    '',
    '### Pages',
    '',
    'A passage of a PDF, or of an e-book that lists the pages of its printed edition, says which it stands on: in citations,',
    'beside the passage (HTML, PDF, evidence pack, Word, OpenDocument, e-book, plain text, Markdown), in the note of RIS and',
    'Zotero, as a column of the tables, as `pages` (schema.org’s `pagination`) of a Web Annotation’s target and of the evidence',
    'pack’s data, as Hypothesis’ `PageSelector`. E-books get a list of pages. REFI-QDA has no place for pages of plain texts.',
    '',
    '### Quotations',
    '',
    'A note cites what it quotes: author, title, site, date and place under the quotation, and a list of sources with',
    'their addresses at the end, the same in every format for reading.',
    '',
    '## In',
    '',
    'Pictures are taken from the file itself (web pages, web archives, e-mails, Word, OpenDocument, RTF, e-books), from the',
    'folder a browser saved beside a page, and from the folder a Markdown file lies in, by path or by name (Obsidian,',
    'Joplin); never from the web. Diagrams drawn in a page itself (SVG) are cleaned and kept as pictures; icons are not.',
    'A Zotero list brings notes, nested collections and related items, told in notes; its attached files are brought in',
    'by themselves. Page numbers come with PDFs and with e-books (EPUB 3’s list of pages and page breaks, EPUB 2’s NCX).',
    'A changed file, or the file of a reference, can be imported into its document (“Import again…”, `import --into`).',
    'Files Postil wrote bring back ids, passages and links where the format has a place for them; a',
    'Markdown file that was written in since is a text of its own.',
    '',
    row('format', 'id', 'endings', 'largest file'),
    '|---|---|---|---|',
    ...importers.map(({ id, label, extensions, maxBytes }) =>
      row(label.en, `\`${id}\``, endings(extensions), `${Math.round(maxBytes / 1_048_576)} MB`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
