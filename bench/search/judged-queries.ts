/**
 * Queries with the documents a person would want for them: 3 is what was looked for, 2
 * belongs to it, 1 mentions it. Words are asked as people type them: without accents, in
 * another form, in part.
 */

export interface JudgedQuery {
  readonly query: string;
  readonly relevant: Readonly<Record<string, 1 | 2 | 3>>;
}

const asked = (query: string, relevant: JudgedQuery['relevant']): JudgedQuery => ({ query, relevant });

export const judgedQueries: readonly JudgedQuery[] = [
  // French
  asked('traite alliance', { 'fr.pact': 3 }),
  asked('entente', { 'fr.pact': 3 }),
  asked("l'entente", { 'fr.pact': 3 }),
  asked('strategiques', { 'fr.pact': 3 }),
  asked('général', { 'fr.pact': 3 }),
  asked('accords militaires', { 'fr.pact': 3 }),
  asked('négociation', { 'fr.strike': 3, 'fr.grain': 2, 'en.grain': 1, 'en.pact': 1, 'en.strike': 1 }),
  asked('exportation céréale', { 'fr.grain': 3 }),
  asked('exportateur', { 'fr.grain': 3 }),
  asked('train', { 'fr.rail': 3, 'en.rail': 2 }),
  asked('"chemin de fer"', { 'fr.rail': 3 }),
  asked('secheresse', { 'fr.drought': 3 }),
  asked('agriculteur indemnités', { 'fr.drought': 3 }),
  asked('oeuvre', { 'fr.museum': 3 }),
  asked('oeuvres volées', { 'fr.museum': 3 }),
  asked('élections', { 'fr.vote': 3 }),
  asked('greve', { 'fr.strike': 3 }),
  asked('salaire', { 'fr.strike': 3 }),
  asked('hopital', { 'fr.hospital': 3, 'en.hospital': 2, 'fr.hack': 1 }),
  asked('médecin', { 'fr.hospital': 3 }),
  asked('quai -hôpital', { 'fr.port': 3 }),
  asked('port', { 'fr.port': 3, 'en.port': 3, 'fr.grain': 2, 'en.grain': 2 }),
  asked('pirate rancon', { 'fr.hack': 3 }),
  asked('lang:fr mairie', { 'fr.hack': 3 }),
  asked('gard*', { 'fr.match': 3 }),
  asked('"gardien but"~6', { 'fr.match': 3 }),
  asked('label:transport', { 'fr.rail': 3, 'fr.port': 3, 'en.rail': 3, 'en.port': 3 }),
  // English
  asked('treaties', { 'en.pact': 3 }),
  asked('alliances', { 'en.pact': 3, 'fr.pact': 2 }),
  asked('negotiating', { 'en.pact': 3, 'en.grain': 2, 'en.strike': 2, 'fr.grain': 1, 'fr.strike': 1 }),
  asked('ship wheat', { 'en.grain': 3 }),
  asked('ships', { 'en.grain': 3, 'en.port': 2 }),
  asked('railways bridge', { 'en.rail': 3 }),
  asked('country drought', { 'en.drought': 3 }),
  asked('farmer', { 'en.drought': 3 }),
  asked('paintings', { 'en.museum': 3 }),
  asked('"stolen painting"', { 'en.museum': 3 }),
  asked('museums letter', { 'en.museum': 3 }),
  asked('vote mayor', { 'en.vote': 3 }),
  asked('worker', { 'en.strike': 3 }),
  asked('wage union', { 'en.strike': 3 }),
  asked('doctor nurse', { 'en.hospital': 3 }),
  asked('victories OR penalty', { 'en.match': 3 }),
  asked('harbor OR harbour', { 'en.port': 3 }),
  asked('hacker ransom', { 'en.hack': 3 }),
  asked('date:2025-10 servers', { 'en.hack': 3, 'fr.hack': 2 }),
  asked('title:port', { 'fr.port': 3, 'en.port': 3, 'en.grain': 3 }),
  // Russian
  asked('договора', { 'ru.pact': 3 }),
  asked('Кореи', { 'ru.pact': 3 }),
  asked('Пхеньян', { 'ru.pact': 3 }),
  asked('переговоров', { 'ru.pact': 3, 'ru.strike': 3 }),
  asked('партнерство', { 'ru.pact': 3 }),
  asked('судно зерно', { 'ru.grain': 3 }),
  asked('черного моря', { 'ru.grain': 3 }),
  asked('поезд', { 'ru.rail': 3 }),
  asked('железной дороги', { 'ru.rail': 3 }),
  asked('засухи', { 'ru.drought': 3 }),
  asked('картин', { 'ru.museum': 3 }),
  asked('выборов мэр', { 'ru.vote': 3 }),
  asked('завод забастовки', { 'ru.strike': 3 }),
  asked('больницы', { 'ru.hospital': 3 }),
  asked('медсестра', { 'ru.hospital': 3 }),
  asked('причал', { 'ru.port': 3 }),
  asked('хакер', { 'ru.hack': 3 }),
  asked('побед*', { 'ru.match': 3 }),
  // Korean
  asked('조약', { 'ko.pact': 3 }),
  asked('러시아', { 'ko.pact': 3 }),
  asked('북한 동맹', { 'ko.pact': 3 }),
  asked('평양', { 'ko.pact': 3 }),
  asked('항구', { 'ko.port': 3, 'ko.grain': 3 }),
  asked('협상', { 'ko.grain': 3, 'ko.strike': 3 }),
  asked('열차', { 'ko.rail': 3 }),
  asked('농민', { 'ko.drought': 3 }),
  asked('박물관 그림', { 'ko.museum': 3 }),
  asked('투표', { 'ko.vote': 3 }),
  asked('노조', { 'ko.strike': 3 }),
  asked('병원', { 'ko.hospital': 3 }),
  asked('골키퍼', { 'ko.match': 3 }),
  asked('해커 시청', { 'ko.hack': 3 }),
  asked('부두', { 'ko.port': 3 }),
];
