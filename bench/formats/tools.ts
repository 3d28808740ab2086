/** Programs people would otherwise use for a format: to read it as plain text. */
import path from 'node:path';

export interface Tool {
  readonly name: string;
  /** True when one process reads all the files. */
  readonly all: boolean;
  readonly command: (files: readonly string[], folder: string) => readonly string[];
}

const pandoc = (from: string): Tool => ({
  name: 'pandoc',
  all: false,
  command: (files) => ['pandoc', '-f', from, '-t', 'plain', ...files],
});

const libreOffice: Tool = {
  name: 'LibreOffice',
  all: true,
  command: (files, folder) => [
    'soffice',
    `-env:UserInstallation=file://${path.join(folder, 'office')}`,
    '--headless',
    '--convert-to',
    'txt:Text',
    '--outdir',
    path.join(folder, 'office-out'),
    ...files,
  ],
};

const pdftotext: Tool = { name: 'pdftotext', all: false, command: (files) => ['pdftotext', ...files, '-'] };

const tools: Readonly<Record<string, readonly Tool[]>> = {
  html: [pandoc('html')],
  pdf: [pdftotext],
  docx: [pandoc('docx'), libreOffice],
  odt: [pandoc('odt'), libreOffice],
  rtf: [pandoc('rtf'), libreOffice],
  epub: [pandoc('epub')],
  markdown: [pandoc('markdown')],
  bibtex: [pandoc('bibtex')],
  ris: [pandoc('ris')],
  'csl-json': [pandoc('csljson')],
};

/** None where nothing comparable is known. */
export const toolsFor = (format: string): readonly Tool[] => tools[format] ?? [];
