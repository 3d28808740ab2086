/**
 * Harder queries with the documents a person would want for them: words as they are inflected in a sentence, elided, misspelt,
 * of two languages, and names by their other names. Grades as in judged-queries.ts; written down before the results were seen.
 */
import type { JudgedQuery } from './judged-queries';

/** Names that mean the same, as a person keeps them. */
export const judgedAliases: readonly (readonly string[])[] = [
  ['Pyongyang', 'Пхеньян', '평양'],
  ['North Korea', 'Corée du Nord', 'КНДР', 'Северная Корея', '북한'],
];

const asked = (query: string, relevant: JudgedQuery['relevant']): JudgedQuery => ({ query, relevant });

/** Asked with the aliases kept. Where nothing is found, the spelling proposed is asked for, as a press does in the window. */
export const hardQueries: readonly JudgedQuery[] = [
  // Korean, with particles and endings
  asked('농민들에게', { 'ko.drought': 3 }),
  asked('항구를', { 'ko.port': 3, 'ko.grain': 3 }),
  asked('병원에서 의사', { 'ko.hospital': 3 }),
  asked('러시아와의 조약', { 'ko.pact': 3 }),
  asked('노동자가 파업', { 'ko.strike': 3 }),
  asked('그림들', { 'ko.museum': 3 }),
  asked('서명했다', { 'ko.pact': 3 }),
  asked('협상에서', { 'ko.grain': 3, 'ko.strike': 3 }),
  // Russian cases
  asked('мэром', { 'ru.vote': 3 }),
  asked('больницами', { 'ru.hospital': 3 }),
  asked('поездах', { 'ru.rail': 3 }),
  asked('врачам', { 'ru.hospital': 3 }),
  asked('зарплатой рабочих', { 'ru.strike': 3 }),
  asked('письмах', { 'ru.museum': 3 }),
  // French, elided and without accents
  asked("d'indemnité", { 'fr.drought': 3 }),
  asked("l'oeuvre volee", { 'fr.museum': 3 }),
  asked("qu'une rancon", { 'fr.hack': 3 }),
  asked("ELEVEURS D'EAU", { 'fr.drought': 3 }),
  asked('généraux', { 'fr.pact': 3 }),
  // Names by their other names
  asked('Пхеньяна', { 'ru.pact': 3, 'en.pact': 2, 'fr.pact': 2, 'ko.pact': 2 }),
  asked('평양', { 'ko.pact': 3, 'en.pact': 2, 'fr.pact': 2, 'ru.pact': 2 }),
  asked('North Korea', { 'en.pact': 3, 'fr.pact': 2, 'ru.pact': 2, 'ko.pact': 2 }),
  // Two languages in one query
  asked('КНДР treaty', { 'en.pact': 3 }),
  asked('Pyongyang 조약', { 'ko.pact': 3 }),
  asked('Corée du Nord договор', { 'ru.pact': 3 }),
  asked('mayor OR мэр', { 'en.vote': 3, 'ru.vote': 3 }),
  asked('hospital OR hôpital OR больница OR 병원', {
    'en.hospital': 3,
    'fr.hospital': 3,
    'ru.hospital': 3,
    'ko.hospital': 3,
    'fr.hack': 1,
  }),
  // Slips of the fingers
  asked('musee tablaeux', { 'fr.museum': 3 }),
  asked('goalkeaper', { 'en.match': 3 }),
  asked('забастовкка', { 'ru.strike': 3 }),
  asked('ransomwere', { 'en.hack': 3 }),
];
