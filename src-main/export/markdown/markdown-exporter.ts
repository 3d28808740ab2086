/** Markdown: one readable file a document, with its passages; for people and other programs. */
import type { Block } from '@shared/model/block';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { DocumentUid } from '@shared/model/ids';
import type { Exporter } from '../exporter';
import { safeFileName } from '../safe-file-name';
import { documentMarkdown } from './document-markdown';
import { markdownLinks } from './markdown-links';

function* write(bundle: ExportBundle): Generator<ExportedFile> {
  const taken = new Set<string>();
  const paths = new Map<DocumentUid, string>();
  for (const { uid, title } of bundle.documents) paths.set(uid, `${safeFileName(title, taken)}.md`);
  const links = markdownLinks(bundle, (uid) => paths.get(uid));
  const encoder = new TextEncoder();
  for (const document of bundle.documents) {
    const path = paths.get(document.uid) ?? `${document.uid}.md`;
    yield { path, bytes: encoder.encode(documentMarkdown(document, bundle, links)) };
  }
}

/** Cells whose blocks a line of a GFM table can only flatten. */
function richCells(blocks: readonly Block[]): number {
  let cells = 0;
  for (const block of blocks) {
    if (block.type !== 'table') continue;
    for (const row of block.rows) {
      for (const cell of row.cells)
        if (cell.blocks.length > 1 || cell.blocks.some((inner) => inner.type !== 'paragraph')) cells++;
    }
  }
  return cells;
}

function losses(bundle: ExportBundle): readonly Loss[] {
  const annotations = new Set(bundle.annotations.map((annotation) => annotation.uid));
  const documents = new Set(bundle.documents.map((document) => document.uid));
  const hasEnd = (to: ExportBundle['links'][number]['to']): boolean =>
    'annotation' in to ? annotations.has(to.annotation) : documents.has(to.document);
  const counted: readonly Loss[] = [
    {
      what: 'original files (only their names and hashes are written)',
      count: sum(bundle.documents, (document) => document.originals.length),
    },
    { what: 'collections', count: bundle.collections.length },
    {
      what: 'pictures (only their descriptions are written)',
      count: sum(bundle.documents, (document) => document.body.blocks.filter((block) => block.type === 'image').length),
    },
    {
      what: 'table cells with lists, code or several paragraphs (made one line)',
      count: sum(bundle.documents, (document) => richCells(document.body.blocks)),
    },
    {
      what: 'links whose other end is not in the selection (named by its id only)',
      count: bundle.links.filter((link) => !annotations.has(link.from) || !hasEnd(link.to)).length,
    },
  ];
  return counted.filter((loss) => loss.count > 0);
}

const sum = <T>(values: readonly T[], countOf: (value: T) => number): number =>
  values.reduce((total, value) => total + countOf(value), 0);

export const markdownExporter: Exporter = {
  id: 'markdown',
  label: { en: 'Markdown', fr: 'Markdown' },
  description: {
    en: 'One readable text file a document, with its passages, for people, Obsidian and other programs.',
    fr: 'Un fichier texte lisible par document, avec ses passages, pour vous, Obsidian et d’autres programmes.',
  },
  target: 'folder',
  extension: 'md',
  selectable: true,
  carriesBin: false,
  losses,
  write,
};
