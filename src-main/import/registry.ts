/** Every format Postil reads: one line each. Order decides only between two claims by content. */
import { hypothesisImporter } from './annotations/hypothesis';
import { readwiseImporter } from './annotations/readwise';
import { webAnnotationImporter } from './annotations/web-annotation';
import { docxImporter } from './docx/docx';
import { enexImporter } from './enex/enex';
import { epubImporter } from './epub/epub';
import { evidencePackImporter } from './evidence-pack';
import { htmlImporter } from './html';
import type { Importer } from './importer';
import { emlImporter } from './mail/eml';
import { mhtmlImporter } from './mail/mhtml';
import { markdownImporter } from './markdown';
import { nativeImporter } from './native';
import { odtImporter } from './odt/odt';
import { pdfImporter } from './pdf/pdf';
import { bibtexImporter } from './references/bibtex';
import { cslImporter } from './references/csl-json';
import { risImporter } from './references/ris';
import { zoteroRdfImporter } from './references/zotero-rdf';
import { qdcImporter } from './refi-qda/qdc';
import { qdpxImporter } from './refi-qda/qdpx';
import { rtfImporter } from './rtf/rtf';
import { textImporter } from './text';

export const importers: readonly Importer[] = [
  nativeImporter,
  evidencePackImporter,
  pdfImporter,
  docxImporter,
  odtImporter,
  rtfImporter,
  epubImporter,
  enexImporter,
  qdpxImporter,
  qdcImporter,
  webAnnotationImporter,
  hypothesisImporter,
  readwiseImporter,
  cslImporter,
  risImporter,
  bibtexImporter,
  zoteroRdfImporter,
  mhtmlImporter,
  emlImporter,
  htmlImporter,
  markdownImporter,
  textImporter,
];
