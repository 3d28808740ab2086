/** CSV of passages: one row a passage, for spreadsheets and scripts. */
import { chosenFor, defaultChoices, type ExportChoices, type ExportOption } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import { stringify } from 'csv-stringify/sync';
import type { Exporter } from '../exporter';
import { nameOfBundle } from '../name-of-bundle';
import { safeFileName } from '../safe-file-name';
import { inertCell } from './inert-cell';
import { columnsOption, passageTable, tableLosses } from './passage-table';

const separator: ExportOption = {
  id: 'separator',
  type: 'choice',
  label: { en: 'Between columns', fr: 'Entre les colonnes' },
  options: [
    { id: 'comma', label: { en: 'comma', fr: 'virgule' } },
    { id: 'semicolon', label: { en: 'semicolon (Excel in French)', fr: 'point-virgule (Excel en français)' } },
    { id: 'tab', label: { en: 'tab', fr: 'tabulation' } },
  ],
  byDefault: ['comma'],
};
const signs: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t' };

function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  const { heads, rows } = passageTable(bundle, choices);
  const cells = [heads, ...[...rows].map((row) => row.map(inertCell))];
  // The byte-order mark tells Excel that it is UTF-8; CRLF is what RFC 4180 says.
  const text = stringify(cells, {
    bom: true,
    delimiter: signs[chosenFor(separator, choices)[0] ?? ''] ?? ',',
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  const path = `${safeFileName(nameOfBundle(bundle, choices.language), new Set())}.csv`;
  yield { path, bytes: new TextEncoder().encode(text) };
}

export const csvExporter: Exporter = {
  id: 'csv',
  label: { en: 'Table of passages (CSV)', fr: 'Tableau des passages (CSV)' },
  description: {
    en: 'One row a passage, with the columns you choose, for spreadsheets and scripts.',
    fr: 'Une ligne par passage, avec les colonnes de votre choix, pour les tableurs et les scripts.',
  },
  carries: {
    en: 'passages with kind, comment, fields, labels, links in words, source; words that look like a formula stay words',
    fr: 'passages avec type, commentaire, champs, étiquettes, liens en toutes lettres, provenance ; ce qui ressemble à une formule reste du texte',
  },
  target: 'file',
  extension: 'csv',
  selectable: true,
  options: [columnsOption, separator],
  needs: 'nothing',
  preview: 'text',
  carriesBin: false,
  losses: (bundle) => tableLosses(bundle, 0),
  write,
};
