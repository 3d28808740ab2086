/** The citations under a note's quotations and the list of their sources, in the words every format shares. Pure. */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { Passage } from '@shared/model/block';
import type { Document } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { type CitedPlace, placeWords, sourceOf } from '@shared/quotes/citation';
import { allBlocks } from '../count-losses';
import type { BundleIndex } from './bundle-index';
import { dateWords, oneLine } from './passage-words';

/** A document that quotations of another come from, as the list of sources names it. */
export interface Source {
  readonly uid: DocumentUid;
  /** `Author, “Title”, Site, date`. */
  readonly words: string;
  /** http or https, or empty. */
  readonly address: string;
}

/** What the citation of one document says, with a place in it perhaps; empty when nothing is known. */
function wordsOf(uid: DocumentUid, index: BundleIndex, language: ExportLanguage, at: CitedPlace = {}): string {
  const cited = index.cited(uid);
  if (cited === undefined) return '';
  const { authors, site, date } = cited.metadata;
  const place = placeWords(at, language);
  const when = [date === '' ? '' : dateWords(date, language), place].filter((part) => part !== '').join(', ');
  const metadata = { ...cited.metadata, authors: authors.map(oneLine), site: oneLine(site), url: '' };
  return sourceOf({ title: oneLine(cited.title), metadata }, language, when);
}

/** Under a quotation: `Author, “Title”, Site, date, par. 4`; its address stands in the list of sources. */
export const citationWords = (passage: Passage, index: BundleIndex, language: ExportLanguage): string =>
  wordsOf(passage.document, index, language, index.placeOf(passage.annotation));

/** The documents a document quotes, each once, in the order they are quoted in. */
export function sourcesOf({ body }: Document, index: BundleIndex, language: ExportLanguage): readonly Source[] {
  const quoted = new Set<DocumentUid>();
  for (const block of allBlocks(body.blocks)) if (block.type === 'passage') quoted.add(block.document);
  return [...quoted].flatMap((uid) => {
    const words = wordsOf(uid, index, language);
    return words === '' ? [] : [{ uid, words, address: index.cited(uid)?.metadata.url ?? '' }];
  });
}
