/** An article and its changed version: one passage kept, one rewritten, one taken out. */
export const versionsTitle = 'The long road to the pass';

const promise = {
  before: 'The road bridge will be open before winter, the minister says.',
  after: 'The road bridge will be open before spring, the minister said on Monday.',
};
const accident = 'Nobody was hurt in the landslide of last June, according to the prefecture.';

/** The passages of the first version, by what becomes of them. */
export const versionQuotes = {
  kept: 'Two engineers who asked not to be named',
  rewritten: promise.before,
  gone: accident,
} as const;

const paragraphs = (count: number, words: string): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p>${words} Paragraph ${index} goes on about the ledger of the hauliers and the lorries that wait there, week after week, without anybody saying aloud how long that is to last.</p>`,
  ).join('');

/** The page as it stood first, or as it was changed later. */
export function versionPage(version: 'before' | 'after'): string {
  const taken = version === 'before' ? `<p>${accident}</p>` : '';
  return `<!doctype html><html lang="en"><head><title>${versionsTitle}</title><link rel="canonical" href="https://example.org/pass"><meta name="author" content="Camille Roussel"><meta property="og:site_name" content="Harbour Courier"><meta property="article:published_time" content="2025-10-12"></head><body><article><h1>${versionsTitle}</h1>
<p>At the border the works go on at the pace of the lorries. ${promise[version]} ${versionQuotes.kept} speak of a delay of six months.</p>${taken}
<h2>What was promised</h2>${paragraphs(8, 'Promises were made.')}<h3>To the hauliers</h3>${paragraphs(6, 'They were told otherwise.')}<h2>What was built</h2>${paragraphs(9, 'Piers stand in the river.')}<h2>Who pays</h2>${paragraphs(8, 'Nobody says.')}</article></body></html>`;
}
