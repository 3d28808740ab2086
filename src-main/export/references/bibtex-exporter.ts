/** BibTeX (biblatex's fields): one entry a document, in UTF-8, with every sign TeX would take for its own escaped. */
import { defaultChoices, type ExportChoices } from '@shared/contract/export-choices';
import { isEdtf } from '@shared/dates/edtf';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Document } from '@shared/model/document';
import { fold } from '@shared/text/fold';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { oneLine } from '../reading/passage-words';
import { safeFileName } from '../safe-file-name';
import { accessedMs, datePartsOf, dayPartsOf, isoParts, nameOf, referenceLosses } from './publication';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX prints as it stands. */
export const escapeTex = (text: string): string =>
  oneLine(text).replace(/[#$%&_{}~^\\]/g, (sign) => escapes[sign] ?? `\\${sign}`);

/** An address: spaces and braces, which would end the field, are percent-encoded, the rest is verbatim. */
const verbatimUrl = (url: string): string => url.replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));

/** Braces keep an organisation from being taken apart, and " and " from parting it in two. */
function authorOf(author: string): string {
  const name = nameOf(author);
  if ('literal' in name) return `{${escapeTex(name.literal)}}`;
  const part = (text: string): string => (/(^|\s)and(\s|$)/i.test(text) ? `{${escapeTex(text)}}` : escapeTex(text));
  return `${part(name.family)}, ${part(name.given)}`;
}

/** Folded letters and digits of the first author, the year and the first long word of the title. */
function keyOf(document: Document, taken: Set<string>): string {
  const plain = (text: string): string =>
    fold(text)
      .normalize('NFD')
      .replace(/[^a-z0-9]/g, '');
  const [author = ''] = document.metadata.authors;
  const name = nameOf(author);
  const year = datePartsOf(document.metadata.date)?.[0] ?? '';
  const word =
    oneLine(document.title)
      .split(/[^\p{L}\p{N}]+/u)
      .map(plain)
      .find((each) => each.length > 3) ?? '';
  const parts = [plain('literal' in name ? name.literal : name.family).slice(0, 24), String(year), word.slice(0, 24)];
  const base = parts.filter((part) => part !== '').join('-') || `postil-${document.uid.slice(-12)}`;
  let key = base;
  for (let number = 2; taken.has(key); number++) key = `${base}-${number}`;
  taken.add(key);
  return key;
}

function entry(document: Document, key: string): string {
  const { metadata } = document;
  const date = isEdtf(metadata.date) ? metadata.date : '';
  const fields: readonly (readonly [string, string])[] = [
    ['title', `{${escapeTex(document.title)}}`],
    [
      'author',
      metadata.authors
        .filter((author) => oneLine(author) !== '')
        .map(authorOf)
        .join(' and '),
    ],
    ['date', date],
    ['journaltitle', escapeTex(metadata.site)],
    ['url', verbatimUrl(metadata.url)],
    ['urldate', metadata.url === '' ? '' : isoParts(dayPartsOf(accessedMs(document)))],
    ['langid', metadata.language.replace(/[^A-Za-z0-9-]/g, '')],
    ['abstract', escapeTex(metadata.description)],
    // A comma parts keywords: inside one it would make two.
    ['keywords', document.labels.map((label) => escapeTex(label.replaceAll(',', ' '))).join(', ')],
  ];
  const written = fields.filter(([, value]) => value !== '' && value !== '{}');
  return `@${metadata.url === '' ? 'misc' : 'online'}{${key},\n${written.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const taken = new Set<string>();
  const entries = bundle.documents.map((document) => entry(document, keyOf(document, taken)));
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.bib`;
  // Some readers lose what stands in the first line.
  yield { path, bytes: new TextEncoder().encode(`\n${entries.join('\n')}`) };
}

export const bibtexExporter: Exporter = {
  id: 'bibtex',
  label: { en: 'References (BibTeX)', fr: 'Références (BibTeX)' },
  description: {
    en: 'One entry a document, for LaTeX and for reference managers.',
    fr: 'Une entrée par document, pour LaTeX et les gestionnaires de références.',
  },
  carries: {
    en: 'title, authors, site, date as it is kept, address, language, description, labels',
    fr: 'titre, auteurs, site, date telle qu’elle est gardée, adresse, langue, description, étiquettes',
  },
  target: 'file',
  extension: 'bib',
  selectable: true,
  options: [],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses: (bundle) => referenceLosses(bundle, 'left out'),
  write,
};
