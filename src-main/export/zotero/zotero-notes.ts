/**
 * Notes as Zotero keeps them: HTML, by itself or as the child of the reference that its first line
 * names. Links to documents of the file lead by their ids, so that reading the file back finds them. Pure.
 */
import type { ExportLanguage } from '@shared/contract/export-choices';
import type { Block, Mention } from '@shared/model/block';
import type { Document } from '@shared/model/document';
import type { DocumentUid } from '@shared/model/ids';
import { html, type Markup, together } from '../markup';
import { type BlockMarkup, blocksToMarkup } from '../reading/block-markup';
import type { BundleIndex } from '../reading/bundle-index';
import { citationWords } from '../reading/citations';
import { layOut } from '../reading/laid-body';
import { oneLine, titleWords } from '../reading/passage-words';
import { readingWords } from '../reading/reading-words';

/** What a document of the file is called in it. */
export const itemId = (uid: string): string => `urn:uuid:${uid}`;

/** The article that a note is about: the one its first line names, and nothing else; null for a note by itself. */
export function parentOf({ type, body }: Document, index: BundleIndex): DocumentUid | null {
  const [first] = body.blocks;
  if (type !== 'note' || first?.type !== 'paragraph' || first.inlines.length !== 1) return null;
  const [only] = first.inlines;
  if (only?.type !== 'mention' || !('document' in only.target)) return null;
  return index.document(only.target.document)?.type === 'article' ? only.target.document : null;
}

/** The note as HTML, its title above it: Zotero calls a note by its first line. */
export function noteHtml(note: Document, index: BundleIndex, language: ExportLanguage): string {
  const blocks: BlockMarkup = {
    hrefOf: (target) => {
      const uid = documentOf(target, index);
      return uid === null ? null : itemId(uid);
    },
    noteOf: () => ({ number: 0, href: '' }),
    sourceOf: (passage) => citationWords(passage, index, language),
    noteReference: null,
    pictureWord: readingWords[language].picture,
    pictureOf: () => null,
    headingLevel: (level) => level + 1,
  };
  const body = parentOf(note, index) === null ? note.body : { ...note.body, blocks: note.body.blocks.slice(1) };
  const markup: Markup = together(
    html('h1', {}, oneLine(titleWords(note.title, language))),
    blocksToMarkup(layOut(body, []), blocks),
  );
  return markup.toString();
}

/** Documents of the file that a note names or quotes. */
export const namedBy = ({ body, uid }: Document, index: BundleIndex): ReadonlySet<DocumentUid> =>
  new Set([...body.blocks.flatMap((block) => namedIn(block, index))].filter((named) => named !== uid));

/** Documents that one line of a note names with nothing but signs between them: it says that they are related. */
export function relatedBy({ type, body }: Document, index: BundleIndex): readonly (readonly DocumentUid[])[] {
  if (type !== 'note') return [];
  return body.blocks.flatMap((block) => {
    if (block.type !== 'listItem') return [];
    const isList = block.inlines.every(({ type: kind, text }) => kind === 'mention' || !/[\p{L}\p{N}]/u.test(text));
    const named = namedIn(block, index);
    return isList && named.length > 1 ? [named] : [];
  });
}

function namedIn(block: Block, index: BundleIndex): readonly DocumentUid[] {
  if (block.type === 'passage') return index.document(block.document) === undefined ? [] : [block.document];
  if (block.type === 'table')
    return block.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.blocks.flatMap((inner) => namedIn(inner, index))),
    );
  if (!('inlines' in block)) return [];
  return block.inlines.flatMap((inline) => {
    const uid = inline.type === 'mention' ? documentOf(inline.target, index) : null;
    return uid === null ? [] : [uid];
  });
}

/** The document of the file that a mention leads to, or to a passage of. */
function documentOf(target: Mention['target'], index: BundleIndex): DocumentUid | null {
  const uid = 'document' in target ? target.document : index.annotation(target.annotation)?.document;
  return uid !== undefined && index.document(uid) !== undefined ? uid : null;
}
