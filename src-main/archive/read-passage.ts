/** A passage with its surroundings, for what reads words in their context. */
import { Failure } from '@shared/outcome/outcome';
import { textOfDocument } from './annotations';
import type { Archive, PassageInContext } from './archive-api';
import { documentKey } from './lookup';
import type { Store } from './store';

/** Code units before a passage that may say what its words refer to: two or three sentences. */
const contextLength = 300;

/** @throws Failure `document/not-found`, `annotation/bad-range` */
export function readPassage(
  store: Store,
  { document, start, end }: Parameters<Archive['readPassage']>[0],
): PassageInContext {
  const { id } = documentKey(store, document);
  const { text } = textOfDocument(store, id);
  if (start > end || end > text.length) {
    throw new Failure('annotation/bad-range', 'The passage is no longer where it was selected. Select it again.', {
      start,
      end,
    });
  }
  const row = store
    .sql<[number], { language: string; date: string }>('SELECT language, date FROM documents WHERE id = ?')
    .get(id);
  return {
    passage: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextLength), start),
    language: row?.language ?? '',
    date: row?.date ?? '',
  };
}
