/** What an export of a bundle is called. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { ExportBundle } from '@shared/model/bundle';
import { titleWords } from './reading/passage-words';

/** The only document's title, or the archive's name. */
export function nameOfBundle({ archiveName, documents }: ExportBundle, language: ExportLanguage): string {
  const [only] = documents;
  return documents.length === 1 && only !== undefined ? titleWords(only.title, language) : archiveName;
}
