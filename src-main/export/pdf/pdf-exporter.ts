/** PDF: the page for reading, printed by the app's own Chromium with outline, tags and page numbers. */
import { defaultChoices, type ExportChoices, type ExportOption } from '@shared/contract/export-choices';
import type { ExportBundle, ExportedFile } from '@shared/model/bundle';
import type { Exporter } from '../exporter';
import { htmlExporter } from '../html/html-exporter';

const paper: ExportOption = {
  id: 'paper',
  type: 'choice',
  label: { en: 'Paper', fr: 'Papier' },
  options: [
    { id: 'A4', label: { en: 'A4', fr: 'A4' } },
    { id: 'Letter', label: { en: 'US Letter', fr: 'US Letter' } },
  ],
  byDefault: ['A4'],
};

/** The page that is printed, under the name of what it becomes. */
function* write(bundle: ExportBundle, choices: ExportChoices = defaultChoices): Generator<ExportedFile> {
  for (const { path, bytes } of htmlExporter.write(bundle, choices))
    yield { path: path.replace(/html$/, 'pdf'), bytes };
}

export const pdfExporter: Exporter = {
  ...htmlExporter,
  id: 'pdf',
  label: { en: 'PDF', fr: 'PDF' },
  description: {
    en: 'Pages for paper and for sending: passages marked, comments in the margin, outline and page numbers.',
    fr: 'Des pages à imprimer ou à envoyer : passages marqués, commentaires en marge, plan et numéros de page.',
  },
  carries: {
    en: 'what the web page carries, on paper; tagged for screen readers',
    fr: 'ce que porte la page web, sur papier ; balisé pour les lecteurs d’écran',
  },
  extension: 'pdf',
  options: [paper],
  needs: 'printer',
  write,
};
