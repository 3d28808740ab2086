/**
 * The evidence pack: one page that opens anywhere, with documents frozen as they stand, claims,
 * events and the SHA-256 of each original; and the same as data inside, so that other programs
 * can read it and Postil brings it back whole.
 */
import { createHash } from 'node:crypto';
import {
  evidenceFormatName,
  evidenceFormatVersion,
  evidenceGenerator,
  evidenceScriptId,
} from '@shared/contract/evidence-format';
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import { lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { colophon, contentsList, documentArticle, type PageContext } from '../html/document-page';
import { pageOf, pictureInside } from '../html/html-exporter';
import { html, type Markup, verbatim } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { nativeExporter } from '../native-exporter';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { countAbsentPictures } from '../reading/pictures';
import { safeFileName } from '../safe-file-name';
import { claimsSection, eventsSection, originalsSection } from './evidence-tables';
import { evidenceWords } from './evidence-words';

/** The native archive of the bundle, which is what Postil reads back. */
function archiveOf(bundle: ExportBundle): { readonly sha256: string; readonly data: string } {
  const bytes = Buffer.concat([...(nativeExporter.writePieces?.(bundle) ?? [])]);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), data: bytes.toString('base64') };
}

/** The data inside: plain records for any program, the archive for Postil. No `<` in it can end its element. */
function dataOf(bundle: ExportBundle, index: BundleIndex): Markup {
  const value = {
    format: evidenceFormatName,
    version: evidenceFormatVersion,
    archiveName: bundle.archiveName,
    exportedAtMs: bundle.exportedAtMs,
    documents: bundle.documents.map(({ uid, type, title, metadata, text, labels, originals }) => ({
      uid,
      type,
      title,
      metadata,
      text,
      labels,
      originals,
    })),
    annotations: bundle.annotations.map((annotation) => {
      const pages = index.pagesOf(annotation);
      return pages === undefined ? annotation : { ...annotation, pages };
    }),
    links: bundle.links,
    archive: archiveOf(bundle),
  };
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html('script', { type: 'application/json', id: evidenceScriptId }, verbatim(json));
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const { language } = choices;
  const words = evidenceWords[language];
  const index = indexBundle(bundle);
  const context: PageContext = { index, language, pictureOf: pictureInside(bundle) };
  const title = `${words.pack} – ${nameOfBundle(bundle, language)}`;
  const page = pageOf(
    title,
    language,
    [
      html('h1', { dir: 'auto' }, title),
      html('p', {}, words.inside),
      claimsSection(bundle, context),
      eventsSection(bundle, context),
      originalsSection(bundle, context),
      contentsList(bundle.documents, language),
      bundle.documents.map((document) => documentArticle(document, context)),
      colophon(bundle.exportedAtMs, language),
      dataOf(bundle, index),
    ],
    html('meta', { name: 'description', content: evidenceGenerator }),
  );
  const path = `${safeFileName(title, new Set())}.postil.html`;
  yield { path, bytes: new TextEncoder().encode(page) };
}

const losses = (bundle: ExportBundle): readonly Loss[] => lossesOf({ absentPictures: countAbsentPictures(bundle) });

export const evidenceExporter: Exporter = {
  id: 'evidence',
  label: { en: 'Evidence pack', fr: 'Dossier de preuves' },
  description: {
    en: 'One page for a lawyer, an editor or an archive: documents, claims, events, fingerprints; Postil reads it back.',
    fr: 'Une page pour un avocat, une rédaction ou des archives : documents, affirmations, événements, empreintes ; Postil la relit.',
  },
  carries: {
    en: 'everything: for reading as a page, for programs as JSON, for Postil as its own archive with the originals',
    fr: 'tout : pour la lecture une page, pour les programmes du JSON, pour Postil sa propre archive avec les originaux',
  },
  target: 'file',
  extension: 'postil.html',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses,
  write,
};
