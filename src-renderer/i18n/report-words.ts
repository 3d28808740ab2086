/**
 * Words for what exports lose and what a verification checks: the archive says them in
 * English, as the command line does; here they are put into the person's language.
 */
import { lossWords } from '@shared/outcome/loss-words';
import type { UiLanguage } from './i18n';

type Both = Readonly<Record<UiLanguage, string>>;

/** Keys are the names exactly as `verify` gives them: those of tables, which say little to a person. */
const checks: Readonly<Record<string, Both>> = {
  structure: { en: 'structure of the file', fr: 'structure du fichier' },
  references: { en: 'references between entries', fr: 'références entre fiches' },
  bodies: { en: 'texts of documents', fr: 'textes des documents' },
  originals: { en: 'originals and their fingerprints', fr: 'originaux et leurs empreintes' },
  pictures: { en: 'pictures and their fingerprints', fr: 'images et leurs empreintes' },
  anchors: { en: 'places of passages', fr: 'places des passages' },
  lists: { en: 'lists and quotations', fr: 'listes et citations' },
  seals: { en: 'details, annotations, links and dates', fr: 'données, annotations, liens et dates' },
  index: { en: 'search index', fr: 'index de recherche' },
  fields: { en: 'values of fields', fr: 'valeurs des champs' },
  history: { en: 'earlier versions', fr: 'versions antérieures' },
  'search index': { en: 'search index', fr: 'index de recherche' },
};

/** Keys are the sentences and names exactly as exporters and `verify` give them. */
const known: ReadonlyMap<string, Both> = new Map([
  ...Object.values(lossWords).map((words): [string, Both] => [words.en, words]),
  ...Object.entries(checks),
]);

/** The sentence or name in the language; as it is when there are no other words yet. */
export const reportWords = (english: string, language: UiLanguage): string => known.get(english)?.[language] ?? english;
