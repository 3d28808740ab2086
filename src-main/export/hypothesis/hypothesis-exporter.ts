/**
 * Hypothesis' own JSON, one file a document: its importer takes one page's annotations at
 * a time and gives them the address of the page that is open. It finds passages by quote.
 */
import { defaultChoices, type ExportChoices, type ExportLanguage } from '@shared/contract/export-choices';
import type { Annotation } from '@shared/model/annotation';
import type { ExportBundle, ExportedFile, Loss } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { countEarlier, countFilledFields, countOriginals, lossesOf } from '../count-losses';
import type { Exporter } from '../exporter';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { fieldFacts, isoTime, linkTarget, oneLine, relationWords } from '../reading/passage-words';
import { safeFileName } from '../safe-file-name';

const user = 'acct:postil@hypothes.is';
const clientVersion = 'postil';

/** Characters that Markdown would take for markup, held. */
const held = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

/** The comment, then what Hypothesis has no place for, as Markdown it shows. */
function textOf(annotation: Annotation, index: BundleIndex, language: ExportLanguage): string {
  const facts = fieldFacts(annotation, language).map(({ label, value }) => `${label}: ${held(value)}`);
  const links = index
    .linksOf(annotation.uid)
    .map((end) => `→ ${relationWords(end.link, end.outgoing, language)} ${held(linkTarget(end, index, language))}`);
  const list = [...facts, ...links].map((line) => `- ${line}`).join('\n');
  return [annotation.comment, list].filter((part) => part !== '').join('\n\n');
}

function annotationOf(annotation: Annotation, document: Document, index: BundleIndex, language: ExportLanguage) {
  const { exact, prefix, suffix, start, end } = annotation.selector;
  const uri = addressOf(document);
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  // UTF-16, as their client counts; only a hint, for it counts over the live page.
  const position = annotation.orphaned ? [] : [{ type: 'TextPositionSelector', start, end }];
  // Where the passage begins; they count pages from 0 and show the label.
  const pages = annotation.orphaned ? [] : index.pagesIn(document);
  const at = pages.findLastIndex((page) => page.start <= start);
  const page = at === -1 ? [] : [{ type: 'PageSelector', index: at, label: pages[at]?.label ?? '' }];
  return {
    id: annotation.uid,
    created: isoTime(annotation.createdAtMs),
    updated: isoTime(annotation.updatedAtMs),
    user,
    user_info: { display_name: 'Postil' },
    uri,
    text: textOf(annotation, index, language),
    tags: [annotation.kind, ...annotation.labels.map(oneLine)],
    group: '__world__',
    permissions: { read: [user], update: [user], delete: [user] },
    target: [{ source: uri, selector: [quote, ...position, ...page] }],
    document: { title: [oneLine(document.title)] },
    links: {},
    flagged: false,
    hidden: false,
  };
}

/** The page's address; a document without one is named by its id. */
const addressOf = ({ uid, metadata }: Document): string => (metadata.url === '' ? `urn:uuid:${uid}` : metadata.url);

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const taken = new Set<string>();
  const index = indexBundle(bundle);
  const encoder = new TextEncoder();
  for (const document of bundle.documents) {
    const value = {
      export_date: isoTime(bundle.exportedAtMs),
      export_userid: user,
      client_version: clientVersion,
      annotations: index
        .annotationsOf(document.uid)
        .map((annotation) => annotationOf(annotation, document, index, choices.language)),
    };
    yield {
      path: `${safeFileName(document.title, taken)}.json`,
      bytes: encoder.encode(`${JSON.stringify(value, null, 2)}\n`),
    };
  }
}

const losses = (bundle: ExportBundle): readonly Loss[] =>
  lossesOf({
    bodies: bundle.documents.length,
    fields: countFilledFields(bundle),
    linksAsText: bundle.links.length,
    originals: countOriginals(bundle),
    collections: bundle.collections.length,
    earlierVersions: countEarlier(bundle),
  });

export const hypothesisExporter: Exporter = {
  id: 'hypothesis',
  label: { en: 'Hypothesis (JSON)', fr: 'Hypothesis (JSON)' },
  description: {
    en: 'One file of annotations a document, to be imported on its page with Hypothesis.',
    fr: 'Un fichier d’annotations par document, à importer sur sa page avec Hypothesis.',
  },
  carries: {
    en: 'passages by quote, comments, labels and kind as tags; fields and links as text',
    fr: 'passages par citation, commentaires, étiquettes et type en tags ; champs et liens en toutes lettres',
  },
  target: 'folder',
  extension: 'json',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses,
  write,
};
