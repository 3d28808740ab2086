/** HTML for reading: one file that opens anywhere, without script and without loading anything. */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import { countEarlier, countOriginals, countOutsideLinks, lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { type Content, html, verbatim } from '../markup';
import { nameOfBundle } from '../name-of-bundle';
import { indexBundle } from '../reading/bundle-index';
import { countAbsentPictures } from '../reading/pictures';
import { safeFileName } from '../safe-file-name';
import { colophon, contentsList, documentArticle, type PageContext } from './document-page';
import { pageStyle } from './page-style';

/** A page may use its own style and pictures and nothing else: no script, no address is loaded. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A whole page around some content. `head` adds to what stands in its head. */
export function pageOf(title: string, language: string, content: Content, head: Content = null): string {
  const page = html(
    'html',
    { lang: language },
    html(
      'head',
      {},
      html('meta', { charset: 'utf-8' }),
      html('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      html('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      html('meta', { name: 'generator', content: 'Postil' }),
      html('title', {}, title),
      head,
      html('style', {}, verbatim(pageStyle)),
    ),
    html('body', {}, html('div', { class: 'page' }, content)),
  );
  return `<!DOCTYPE html>\n${page}\n`;
}

/** Pictures stand in the page itself, as data. A drawing is one too: as a picture it runs nothing and loads nothing. */
export const pictureInside =
  ({ readAsset }: ExportBundle): PageContext['pictureOf'] =>
  (sha256) => {
    const asset = readAsset(sha256);
    if (asset === null) return null;
    const { mediaType, bytes, width, height } = asset;
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    return { src: `data:${mediaType};base64,${data}`, width, height };
  };

/** The page of a bundle: contents, an article a document, a line at the foot. */
export function bundlePage(bundle: ExportBundle, { language }: ExportChoices): string {
  const context: PageContext = { index: indexBundle(bundle), language, pictureOf: pictureInside(bundle) };
  return pageOf(nameOfBundle(bundle, language), language, [
    contentsList(bundle.documents, language),
    bundle.documents.map((document) => documentArticle(document, context)),
    colophon(bundle.exportedAtMs, language),
  ]);
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.html`;
  yield { path, bytes: new TextEncoder().encode(bundlePage(bundle, choices)) };
}

/** What a page shows and does not hold. */
export const pageLosses = (bundle: ExportBundle): readonly Loss[] =>
  lossesOf({
    originals: countOriginals(bundle),
    absentPictures: countAbsentPictures(bundle),
    outsideLinks: countOutsideLinks(bundle),
    earlierVersions: countEarlier(bundle),
  });

export const htmlExporter: Exporter = {
  id: 'html',
  label: { en: 'Web page (HTML)', fr: 'Page web (HTML)' },
  description: {
    en: 'One page that opens in any browser, passages marked, comments in the margin.',
    fr: 'Une page qui s’ouvre dans tout navigateur, passages marqués, commentaires en marge.',
  },
  carries: {
    en: 'text with its form, pictures inside, passages marked by kind, comments, fields, links that lead on, collections’ names, SHA-256 of the original',
    fr: 'texte et mise en forme, images incluses, passages marqués par type, commentaires, champs, liens qui mènent plus loin, noms des collections, SHA-256 de l’original',
  },
  target: 'file',
  extension: 'html',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'none',
  carriesBin: false,
  losses: pageLosses,
  write,
};
