/** Markdown: one readable file a document, with its passages; for people and other programs. */
import { chosenFor, defaultChoices, type ExportChoices, type ExportOption } from '@shared/contract/export-choices';
import type { Block } from '@shared/model/block';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { DocumentUid } from '@shared/model/ids';
import {
  countEarlier,
  countOriginals,
  countOrphans,
  countOutsideLinks,
  endsInside,
  lossesOf,
  sum,
} from '../count-losses';
import type { Exporter } from '../exporter';
import { countAbsentPictures, pictureFiles, pictureParts } from '../reading/pictures';
import { safeFileName } from '../safe-file-name';
import { documentMarkdown } from './document-markdown';
import { markdownLinks } from './markdown-links';

const linkStyle: ExportOption = {
  id: 'links',
  type: 'choice',
  label: { en: 'Links between files', fr: 'Liens entre fichiers' },
  options: [
    { id: 'wikilinks', label: { en: 'Obsidian’s, to the passage', fr: 'd’Obsidian, vers le passage' } },
    { id: 'relative', label: { en: 'Markdown’s, for any program', fr: 'de Markdown, pour tout programme' } },
  ],
  byDefault: ['wikilinks'],
};

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const style = chosenFor(linkStyle, choices)[0] === 'relative' ? 'relative' : 'wikilinks';
  const taken = new Set<string>();
  const paths = new Map<DocumentUid, string>();
  for (const { uid, title } of bundle.documents) paths.set(uid, `${safeFileName(title, taken)}.md`);
  const pictures = pictureFiles(bundle, (name) => `assets/${name}`);
  const links = markdownLinks(bundle, (uid) => paths.get(uid), {
    language: choices.language,
    style,
    pictureOf: (asset) => pictures.get(asset),
  });
  const encoder = new TextEncoder();
  for (const document of bundle.documents) {
    const path = paths.get(document.uid) ?? `${document.uid}.md`;
    yield { path, bytes: encoder.encode(documentMarkdown(document, bundle, links)) };
  }
  yield* pictureParts(bundle, pictures, '');
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

/** Links that are words only: of an orphan, or in files that have no names for passages. */
function linksAsText(bundle: ExportBundle, choices: ExportChoices): number {
  const orphans = new Set(bundle.annotations.filter(({ orphaned }) => orphaned).map(({ uid }) => uid));
  const names = chosenFor(linkStyle, choices)[0] !== 'relative';
  return bundle.links
    .filter(endsInside(bundle))
    .filter(({ from, to }) =>
      'annotation' in to ? !names || orphans.has(from) || orphans.has(to.annotation) : orphans.has(from),
    ).length;
}

const losses = (bundle: ExportBundle, choices: ExportChoices = defaultChoices): readonly Loss[] =>
  lossesOf({
    originals: countOriginals(bundle),
    collections: bundle.collections.length,
    absentPictures: countAbsentPictures(bundle),
    richCells: sum(bundle.documents, (document) => richCells(document.body.blocks)),
    orphans: countOrphans(bundle),
    linksAsText: linksAsText(bundle, choices),
    outsideLinks: countOutsideLinks(bundle),
    earlierVersions: countEarlier(bundle),
  });

export const markdownExporter: Exporter = {
  id: 'markdown',
  label: { en: 'Markdown', fr: 'Markdown' },
  description: {
    en: 'One readable text file a document, with its passages, for people, Obsidian and other programs.',
    fr: 'Un fichier texte lisible par document, avec ses passages, pour vous, Obsidian et d’autres programmes.',
  },
  carries: {
    en: 'text with its form, pictures beside, passages with comment, fields and place, links, labels',
    fr: 'texte et mise en forme, images à côté, passages avec commentaire, champs et place, liens, étiquettes',
  },
  target: 'folder',
  extension: 'md',
  selectable: true,
  options: [linkStyle],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses,
  write,
};
