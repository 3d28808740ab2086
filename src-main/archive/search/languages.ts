/** Which of the languages with stems the archive holds: a query is not asked in the others. */
import { type StemLanguage, stemLanguageOf, stemLanguages } from '@shared/query/stems';
import type { Store } from '../store';

interface Known {
  readonly version: string;
  readonly languages: readonly StemLanguage[];
}

/** For each connection, what was found and when. */
const known = new WeakMap<Store['db'], Known>();

/** Changes with every write of this connection and of others. */
function versionOf(store: Store): string {
  const changes = store.sql<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0;
  return `${String(store.db.pragma('data_version', { simple: true }))} ${changes}`;
}

/** The languages of the archive's documents whose words have stems. Read again only after a write. */
export function languagesOf(store: Store): readonly StemLanguage[] {
  const version = versionOf(store);
  const before = known.get(store.db);
  if (before?.version === version) return before.languages;
  const tags = store
    .sql<[], { language: string }>('SELECT DISTINCT language FROM documents WHERE deleted_at_ms IS NULL')
    .all()
    .map(({ language }) => stemLanguageOf(language));
  // Cyrillic words have Russian stems in any text that has stems.
  const languages = stemLanguages.filter(
    (language) => tags.includes(language) || (language === 'ru' && tags.some((tag) => tag !== null)),
  );
  known.set(store.db, { version, languages });
  return languages;
}
