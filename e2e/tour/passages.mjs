// What the tour marks: passages chosen by hand in the French sample, first sentences in any other article.

/** Passages of the French sample article, with what a careful reader would say of them. */
export const samplePassages = [
  {
    kind: 'claim',
    quote: '«\u00a0Le pont est sûr, il est ouvert, et il le restera\u00a0»',
    comment: 'Déclaration d’inauguration ; les panneaux à douze tonnes disent autre chose.',
    speaker: 'Maud Tessier',
    verdict: 'disputed',
    label: 'pont de Vélin/état',
  },
  {
    kind: 'claim',
    quote: '412 véhicules ont franchi la frontière au cours de la première journée',
    speaker: 'communiqué commun',
    verdict: 'disputed',
    label: 'chiffres',
  },
  {
    kind: 'source',
    quote: 'D’après un registre interne dont nous avons obtenu copie',
    comment: 'Demander les pages du 27 et du 28.',
    label: 'à recouper',
  },
  {
    kind: 'claim',
    quote: '187 véhicules seulement ont été enregistrés ce jour-là',
    verdict: 'open',
    label: 'chiffres',
  },
  {
    kind: 'event',
    quote:
      'Le lundi 27 octobre 2025, à 9 heures, la ministre valdonienne des Transports, Maud Tessier, a coupé un ruban',
    date: '2025-10-27',
  },
  // Lies across the claim it belongs to: passages may overlap.
  {
    kind: 'source',
    quote: 'Selon le communiqué commun publié le soir même, 412 véhicules',
    comment: 'Repris par l’Agence valdonienne : une seule origine.',
  },
  {
    kind: 'event',
    quote: 'la circulation aurait été arrêtée pendant près de trois heures',
    date: '2025-10-27',
    comment: 'Le ministère dément.',
  },
];

const kinds = ['claim', 'source', 'event'];
const mostPassages = 6;

/**
 * Passages of any article: the first sentence of its longer paragraphs, one kind after the other.
 *
 * @param {readonly string[]} paragraphs
 * @param {string} language BCP 47, or empty.
 */
export function passagesOf(paragraphs, language) {
  const sentences = new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
  const quotes = paragraphs
    .filter((paragraph) => paragraph.length > 60)
    .map((paragraph) => [...sentences.segment(paragraph)][0]?.segment.trim() ?? '')
    .filter((quote) => quote.length > 20 && quote.length < 400);
  return [...new Set(quotes)]
    .slice(0, mostPassages)
    .map((quote, index) => ({ kind: kinds[index % kinds.length] ?? 'claim', quote }));
}

/** What the sample's passages say of each other; words are enough to find them by. */
export const sampleLinks = [
  { from: '187 véhicules seulement', relation: 'contredit', to: '412 véhicules' },
  { from: '187 véhicules seulement', relation: 'attribuée à', to: 'D’après un registre interne' },
];
