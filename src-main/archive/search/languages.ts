/** Which of the languages with stems the archive holds: a query is not asked in the others. */
import { type StemLanguage, stemLanguageOf, stemLanguages } from '@shared/query/stems';
import type { Store } from '../store';
import { perVersion } from './per-version';

const read = perVersion((store): readonly StemLanguage[] => {
  const tags = store
    .sql<[], { language: string }>('SELECT DISTINCT language FROM documents WHERE deleted_at_ms IS NULL')
    .all()
    .map(({ language }) => stemLanguageOf(language));
  // Cyrillic words have Russian stems in any text that has stems.
  return stemLanguages.filter(
    (language) => tags.includes(language) || (language === 'ru' && tags.some((tag) => tag !== null)),
  );
});

/** The languages of the archive's documents whose words have stems. Read again only after a write. */
export const languagesOf = (store: Store): readonly StemLanguage[] => read(store, '');
