/** RIS: one reference a document, its passages as a child note; for Zotero, EndNote, Mendeley. CRLF, UTF-8. */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { type BundleIndex, indexBundle } from '../reading/bundle-index';
import { oneLine } from '../reading/passage-words';
import { safeFileName } from '../safe-file-name';
import { accessedMs, datePartsOf, dayPartsOf, nameOf, passagesNote, referenceLosses } from './publication';

/** `YYYY/MM/DD/` with what is not known left empty. */
function risDate(parts: readonly number[]): string {
  const [year = 0, month, day] = parts;
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

function authorLine(author: string): string {
  const name = nameOf(author);
  return 'literal' in name ? name.literal : `${name.family}, ${name.given}`;
}

function reference(document: Document, index: BundleIndex, language: ExportChoices['language']): string {
  const { metadata } = document;
  const date = datePartsOf(metadata.date);
  const type = document.type === 'note' ? 'UNPB' : metadata.site === '' ? 'ELEC' : 'NEWS';
  const lines: readonly (readonly [string, string])[] = [
    ['TY', type],
    ['TI', document.title],
    ...metadata.authors.map((author) => ['AU', authorLine(author)] as const),
    ['T2', metadata.site],
    ['DA', date === null ? '' : risDate(date)],
    ['PY', date === null ? '' : String(date[0]).padStart(4, '0')],
    ['UR', metadata.url],
    ['Y2', metadata.url === '' ? '' : risDate(dayPartsOf(accessedMs(document)))],
    ['LA', metadata.language],
    ['AB', metadata.description],
    ...document.labels.map((label) => ['KW', label] as const),
    ['N1', passagesNote(document, index, language)],
    ['ID', document.uid],
  ];
  // A reader takes every line that begins like a tag for one: each value is one line.
  const written = lines.map(([tag, value]) => [tag, oneLine(value)] as const).filter(([, value]) => value !== '');
  return [...written.map(([tag, value]) => `${tag}  - ${value}`), 'ER  - '].join('\r\n');
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const index = indexBundle(bundle);
  const text = bundle.documents.map((document) => `${reference(document, index, choices.language)}\r\n\r\n`).join('');
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.ris`;
  yield { path, bytes: new TextEncoder().encode(text) };
}

export const risExporter: Exporter = {
  id: 'ris',
  label: { en: 'References (RIS)', fr: 'Références (RIS)' },
  description: {
    en: 'One reference a document, its passages as a note, for Zotero, EndNote and others.',
    fr: 'Une référence par document, ses passages en note, pour Zotero, EndNote et d’autres.',
  },
  carries: {
    en: 'title, authors, site, date, address, language, description, labels; passages as a note',
    fr: 'titre, auteurs, site, date, adresse, langue, description, étiquettes ; passages en note',
  },
  target: 'file',
  extension: 'ris',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses: (bundle) => referenceLosses(bundle, 'in notes'),
  write,
};
