/** The export formats: one array, in the order they are offered. Adding a format is a file, its test and a line here. */

import { docxExporter } from './docx/docx-exporter';
import { epubExporter } from './epub/epub-exporter';
import { evidenceExporter } from './evidence/evidence-exporter';
import type { Exporter } from './exporter';
import { htmlExporter } from './html/html-exporter';
import { hypothesisExporter } from './hypothesis/hypothesis-exporter';
import { markdownExporter } from './markdown/markdown-exporter';
import { nativeExporter } from './native-exporter';
import { odtExporter } from './odt/odt-exporter';
import { pdfExporter } from './pdf/pdf-exporter';
import { bibtexExporter } from './references/bibtex-exporter';
import { cslExporter } from './references/csl-exporter';
import { risExporter } from './references/ris-exporter';
import { codebookExporter } from './refi-qda/codebook-exporter';
import { projectExporter } from './refi-qda/project-exporter';
import { csvExporter } from './tables/csv-exporter';
import { xlsxExporter } from './tables/xlsx-exporter';
import { textExporter } from './text/text-exporter';
import { webAnnotationExporter } from './web-annotation/web-annotation-exporter';
import { zoteroRdfExporter } from './zotero/zotero-rdf-exporter';

export const exporters: readonly Exporter[] = [
  htmlExporter,
  pdfExporter,
  docxExporter,
  odtExporter,
  epubExporter,
  textExporter,
  markdownExporter,
  csvExporter,
  xlsxExporter,
  risExporter,
  bibtexExporter,
  cslExporter,
  zoteroRdfExporter,
  projectExporter,
  codebookExporter,
  webAnnotationExporter,
  hypothesisExporter,
  evidenceExporter,
  nativeExporter,
];

/** Finds an exporter by its id. */
export function findExporter(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}
