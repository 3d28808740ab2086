/** PDF documents with a text layer: paragraphs and headings told from the lines; highlighting and comments as passages. */

import { longestPageLabel } from '@shared/model/block';
import { emptyMetadata, type Metadata } from '@shared/model/document';
import { countedLosses, type ImportLoss } from '@shared/outcome/import-loss-words';
import { Failure } from '@shared/outcome/outcome';
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { titleOfBody } from '../body-title';
import { languageOf } from '../detect-language';
import { toEdtf } from '../edtf-date';
import type { FileToRead, Imported, Importer } from '../importer';
import { markedBody, signedComment } from '../marked-body';
import { withoutMarks } from '../passage-marks';
import { brokenFile, fileNameOf, throwIfCancelled } from '../refusal';
import { tidyLine, titleFromFileName } from '../title';
import { pageMark, pdfBlocks } from './pdf-blocks';
import { linesOf, type PdfLine, type PdfPiece } from './pdf-lines';
import { markHighlights, type PdfArea, type PdfHighlight } from './pdf-marks';

const mediaType = 'application/pdf';

export const pdfImporter: Importer = {
  id: 'pdf',
  label: { en: 'PDF document', fr: 'Document PDF' },
  extensions: ['pdf'],
  mediaTypes: [mediaType],
  content: 'binary',
  maxBytes: 256 * 1_048_576,
  detect: (bytes) => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-',
  read: readPdf,
};

async function readPdf(file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const pdf = await openPdf(file);
  try {
    return await readPages(pdf, file, signal);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf({ name, bytes }: FileToRead): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('unpdf/pdfjs');
  try {
    // pdf.js keeps the bytes it is given; the original must stay ours
    return await getDocument({
      data: Uint8Array.from(bytes),
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
    }).promise;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    throw brokenFile(
      name,
      locked ? 'it is protected with a password; save a copy without one' : `the PDF is damaged (${reason})`,
      error,
    );
  }
}

async function readPages(pdf: PDFDocumentProxy, file: FileToRead, signal?: AbortSignal): Promise<Imported> {
  const pages: (readonly PdfLine[])[] = [];
  const comments = new Map<number, string>();
  let empty = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    throwIfCancelled(file.name, signal);
    const page = await pdf.getPage(number);
    const lines = linesOf(markHighlights(await piecesOf(page), await highlightsOf(page, comments)));
    if (lines.length === 0) empty++;
    pages.push(lines);
    page.cleanup();
  }
  if (empty === pdf.numPages) throw noTextLayer(file.name);
  const { blocks, runningLines } = pdfBlocks(pages);
  const labels = await labelsOf(pdf);
  const { title, metadata } = await factsOf(pdf);
  const { body, text, annotations } = markedBody(blocks, title, comments, labels);
  return {
    holds: 'documents',
    documents: [
      {
        type: 'article',
        title: title || titleOfBody(body) || titleFromFileName(file.name),
        metadata: { ...metadata, language: await languageOf(metadata.language, text) },
        body,
        labels: [],
        mediaType,
        losses: lossesOf({ runningLines, empty, comments: comments.size - annotations.length }),
        annotations,
      },
    ],
  };
}

/** The number of each page, as it is printed where the file says so, by the mark where the page begins. */
async function labelsOf(pdf: PDFDocumentProxy): Promise<ReadonlyMap<number, string>> {
  const printed = await pdf.getPageLabels();
  return new Map(
    Array.from({ length: pdf.numPages }, (_, index) => {
      const label = tidyLine(printed?.[index] ?? '');
      return [pageMark(index), label === '' || label.length > longestPageLabel ? String(index + 1) : label] as const;
    }),
  );
}

/** `import/no-text` of a PDF made of pictures. */
function noTextLayer(name: string): Failure {
  const file = fileNameOf(name);
  return new Failure(
    'import/no-text',
    `“${file}” has no text layer: its pages are pictures. Let a program that recognises text (OCR) make a searchable PDF of it, and import that.`,
    { file },
  );
}

async function piecesOf(page: PDFPageProxy): Promise<readonly PdfPiece[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item): readonly PdfPiece[] => {
    if (!('str' in item)) return [];
    const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform.map(Number);
    // letters that stand on their side belong to no line of the text
    if (Math.abs(b) > Math.abs(a)) return [];
    const size = item.height || Math.abs(d);
    return [
      {
        text: withoutMarks(item.str),
        x,
        y,
        width: item.width,
        size: item.str.trim() === '' ? 0 : size,
        endsLine: item.hasEOL,
      },
    ];
  });
}

const markings = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);

/** What readers marked on a page; their comments are added under the numbers of their passages. */
async function highlightsOf(page: PDFPageProxy, comments: Map<number, string>): Promise<readonly PdfHighlight[]> {
  const found: PdfHighlight[] = [];
  for (const annotation of await page.getAnnotations()) {
    const { subtype, quadPoints, contentsObj, titleObj } = annotation as PdfAnnotation;
    if (!markings.has(subtype ?? '') || !quadPoints) continue;
    const id = comments.size + 1;
    comments.set(
      id,
      signedComment((contentsObj?.str ?? '').trim(), contentsObj?.str ? tidyLine(titleObj?.str ?? '') : ''),
    );
    found.push({ id, areas: areasOf(quadPoints) });
  }
  return found;
}

/** The little of pdf.js's annotations that is read; all of it may be missing. */
interface PdfAnnotation {
  readonly subtype?: string;
  /** Eight numbers a line: the corners of a four-sided area. */
  readonly quadPoints?: ArrayLike<number> | null;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
}

function areasOf(points: ArrayLike<number>): readonly PdfArea[] {
  const areas: PdfArea[] = [];
  for (let at = 0; at + 7 < points.length; at += 8) {
    const corners = Array.from({ length: 8 }, (_, index) => points[at + index] ?? 0);
    const xs = corners.filter((_, index) => index % 2 === 0);
    const ys = corners.filter((_, index) => index % 2 === 1);
    areas.push({ left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) });
  }
  return areas;
}

const lossesOf = (lost: {
  readonly runningLines: number;
  readonly empty: number;
  readonly comments: number;
}): readonly ImportLoss[] =>
  countedLosses([
    ['emptyPages', lost.empty],
    ['runningLines', lost.runningLines],
    ['wordlessMarkings', lost.comments],
  ]);

async function factsOf(pdf: PDFDocumentProxy): Promise<{ readonly title: string; readonly metadata: Metadata }> {
  const { info } = await pdf.getMetadata();
  const value = (name: string): string => {
    const said: unknown = Reflect.get(info, name);
    return typeof said === 'string' ? tidyLine(said) : '';
  };
  const title = value('Title');
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(value('CreationDate')) ?? [];
  return {
    // programs put the name of the file they were given there
    title: /^untitled|^microsoft word|\.(?:docx?|rtf|odt|indd|qxd|tex|pdf|pages)$/i.test(title) ? '' : title,
    metadata: {
      ...emptyMetadata,
      authors: value('Author')
        .split(/\s*;\s*/)
        .filter((author) => author !== ''),
      date: year === undefined ? '' : toEdtf(`${year}-${month}-${day}`),
      language: value('Language'),
      description: value('Subject'),
    },
  };
}
