/** CSL-JSON: one item a document, for Zotero, pandoc and citation processors. */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { oneLine } from '../reading/passage-words';
import { safeFileName } from '../safe-file-name';
import { accessedMs, datePartsOf, dayPartsOf, nameOf, referenceLosses } from './publication';

/** Every item needs a type: one without makes readers refuse the whole file. */
function typeOf({ type, metadata }: Document): string {
  if (type === 'note') return 'document';
  if (metadata.site !== '') return 'article-newspaper';
  return metadata.url === '' ? 'document' : 'webpage';
}

function item(document: Document): Readonly<Record<string, unknown>> {
  const { metadata } = document;
  const date = datePartsOf(metadata.date);
  const values: Readonly<Record<string, unknown>> = {
    id: document.uid,
    type: typeOf(document),
    title: oneLine(document.title),
    author: metadata.authors.map(nameOf),
    'container-title': oneLine(metadata.site),
    issued: date === null ? '' : { 'date-parts': [date] },
    accessed: metadata.url === '' ? '' : { 'date-parts': [dayPartsOf(accessedMs(document))] },
    URL: metadata.url,
    language: metadata.language,
    abstract: oneLine(metadata.description),
    keyword: document.labels.map(oneLine).join(', '),
    custom: {
      postil: { date: metadata.date, labels: document.labels, sha256: document.originals.at(-1)?.sha256 ?? '' },
    },
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.json`;
  yield { path, bytes: new TextEncoder().encode(`${JSON.stringify(bundle.documents.map(item), null, 2)}\n`) };
}

export const cslExporter: Exporter = {
  id: 'csl-json',
  label: { en: 'References (CSL-JSON)', fr: 'Références (CSL-JSON)' },
  description: {
    en: 'One item a document, for Zotero, pandoc and citation styles.',
    fr: 'Un élément par document, pour Zotero, pandoc et les styles de citation.',
  },
  carries: {
    en: 'title, authors, site, date, address, language, description, labels',
    fr: 'titre, auteurs, site, date, adresse, langue, description, étiquettes',
  },
  target: 'file',
  extension: 'json',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses: (bundle) => referenceLosses(bundle, 'left out'),
  write,
};
