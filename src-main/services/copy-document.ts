/** A document as it goes on the clipboard: what the formats for reading write of it, without the frame of a file. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { ExportBundle } from '@shared/model/bundle';
import type { DocumentUid } from '@shared/model/ids';
import { Failure } from '@shared/outcome/outcome';
import type { Copied, CopyForm } from '@shared/quotes/copied-quotes';
import type { Exporter } from '../export/exporter';
import { documentArticle } from '../export/html/document-page';
import { pictureInside } from '../export/html/html-exporter';
import { markdownExporter } from '../export/markdown/markdown-exporter';
import { indexBundle } from '../export/reading/bundle-index';
import { textExporter } from '../export/text/text-exporter';
import type { Exporting } from './export-to';

export interface DocumentCopy {
  readonly uid: DocumentUid;
  readonly form: CopyForm;
  /** Of the words around the document's own. */
  readonly language: ExportLanguage;
}

const frontMatter = /^---\n[\s\S]*?\n---\n+/;

/**
 * Quotations with their citations, passages with their comments.
 * @throws Failure export/nothing when the document is gone.
 */
export function copyDocument({ archive, nowMs }: Exporting, { uid, form, language }: DocumentCopy): Copied {
  const bundle = archive.readBundle({ take: 'documents', documents: [uid] }, nowMs());
  const [document] = bundle.documents;
  if (document === undefined) throw new Failure('export/nothing', 'This document is not in the archive any more.');
  const written = (exporter: Exporter): string => firstFile(exporter, bundle, language);
  switch (form) {
    case 'plain':
      return { text: written(textExporter) };
    case 'markdown': {
      const heading = document.title === '' ? '' : `# ${document.title.replace(/[\\`*_[\]<>]/g, '\\$&')}\n\n`;
      return { text: heading + written(markdownExporter).replace(frontMatter, '') };
    }
    case 'rich': {
      const context = { index: indexBundle(bundle), language, pictureOf: pictureInside(bundle) };
      return { text: written(textExporter), html: String(documentArticle(document, context)) };
    }
  }
}

function firstFile(exporter: Exporter, bundle: ExportBundle, language: ExportLanguage): string {
  const [file] = exporter.write(bundle, { language, values: {} });
  if (file === undefined) throw new Error(`The format “${exporter.id}” wrote nothing of a document.`);
  return new TextDecoder().decode(file.bytes);
}
