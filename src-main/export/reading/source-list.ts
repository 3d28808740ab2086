/** The sources of a document's quotations as a section of a page or a chapter. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { Document } from '@shared/model/document';
import { html, type Markup, together } from '../markup';
import type { BlockMarkup } from './block-markup';
import type { BundleIndex } from './bundle-index';
import { sourcesOf } from './citations';
import { readingWords } from './reading-words';

/** Nothing for a document that quotes none. */
export function sourceList(
  document: Document,
  index: BundleIndex,
  language: ExportLanguage,
  hrefOf: BlockMarkup['hrefOf'],
): Markup {
  const sources = sourcesOf(document, index, language);
  if (sources.length === 0) return together();
  return html(
    'section',
    { class: 'sources', lang: language },
    html('h2', {}, readingWords[language].sources),
    html(
      'ol',
      {},
      sources.map(({ uid, words, address }) => {
        const href = hrefOf({ document: uid });
        return html(
          'li',
          { dir: 'auto' },
          href === null ? words : html('a', { href }, words),
          address !== '' && [', ', html('a', { href: address, rel: 'noopener noreferrer' }, address)],
        );
      }),
    ),
  );
}
